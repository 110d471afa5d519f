/** Names that every language writes alike. */
export const MESSENGER_NAMES = {
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  viber: 'Viber',
  skype: 'Skype',
  signal: 'Signal',
  vk: 'VK',
  instagram: 'Instagram',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
}
