/** What a contact, an order or a recommendation was, for the warmth of a client. */
export const TOUCH_KINDS = [
  'call',
  'message',
  'enquiry',
  'visit',
  'subscription',
  'agreed',
  'refused',
  'unanswered',
  'note',
  'referral',
  'order',
  'offer',
] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]
