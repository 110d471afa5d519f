/** For text between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** The system's own letters; Outlook, which knows none of the first names, takes Arial. */
export const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

export const COLOURS = {
  page: '#f3f3f0',
  sheet: '#ffffff',
  text: '#1d1d1b',
  muted: '#6a6a66',
  line: '#e8e8e4',
  late: '#b3261e',
  open: '#1e6b3c',
  accent: '#17597c',
  button: '#eef4f8',
  star: '#8a6100',
}

const NUMBER = `width:44px;vertical-align:top;font-size:13px;line-height:22px;color:${COLOURS.muted}`
const LINE = `border-top:1px solid ${COLOURS.line}`
const GROUP = 'padding:14px 20px 2px;font-size:16px;line-height:22px;font-weight:600'

const BUTTON = `display:inline-block;margin:0 6px 4px 0;padding:11px 14px;border-radius:10px;background:${COLOURS.button};color:${COLOURS.accent};font-size:15px;line-height:22px;font-weight:600;text-decoration:none`

/** A class, by which a dark screen recolours it, and the style itself, which mail programs keep. */
const STYLES = {
  title: ['', 'padding:24px 20px 0;font-size:22px;line-height:28px;font-weight:700'],
  heading: ['a', `padding:28px 20px 0;font-size:15px;line-height:20px;font-weight:700;color:${COLOURS.accent}`],
  count: ['m', `font-weight:400;color:${COLOURS.muted}`],
  more: ['m', `padding:16px 20px 24px;font-size:14px;line-height:20px;color:${COLOURS.muted}`],
  total: ['m', `padding:0 20px;font-size:14px;line-height:20px;color:${COLOURS.muted}`],
  numberFirst: ['m', `${NUMBER};padding:12px 0 14px`],
  number: ['m l', `${NUMBER};padding:14px 0;${LINE}`],
  contentFirst: ['', 'vertical-align:top;padding:12px 0 14px'],
  content: ['l', `vertical-align:top;padding:14px 0;${LINE}`],
  group: ['', GROUP],
  groupFirst: ['', GROUP],
  name: ['', 'font-size:16px;line-height:22px;font-weight:600;word-break:break-word'],
  vip: ['s', `font-size:12px;font-weight:600;color:${COLOURS.star}`],
  reason: ['', 'font-size:15px;line-height:21px;padding-top:2px;word-break:break-word'],
  late: ['e', `font-size:15px;line-height:21px;padding-top:2px;word-break:break-word;color:${COLOURS.late}`],
  muted: ['m', `font-size:13px;line-height:19px;padding-top:2px;word-break:break-word;color:${COLOURS.muted}`],
  open: ['o', `color:${COLOURS.open}`],
  plain: ['', ''],
  greeted: ['g', 'vertical-align:top'],
  beside: ['g', 'vertical-align:middle;text-align:right;padding-left:8px'],
  button: ['b', `${BUTTON};white-space:nowrap`],
  longButton: ['b', `${BUTTON};word-break:break-word`],
} as const

export type StyleName = keyof typeof STYLES

/** `class="m" style="…"` of what the name means. */
export function attributes(name: StyleName): string {
  const [classes, style] = STYLES[name]
  return [classes === '' ? '' : `class="${classes}"`, style === '' ? '' : `style="${style}"`]
    .filter((part) => part !== '')
    .join(' ')
}

/** What inline styles cannot say: the colours of a dark screen, and one column on a phone. */
export const MEDIA =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  '@media(prefers-color-scheme:dark){' +
  [
    '.page{background:#121312!important}',
    '.sheet{background:#1c1d1c!important;color:#ececea!important}',
    '.m{color:#a2a29d!important}',
    '.l{border-top-color:#313230!important}',
    '.a{color:#8cc6e6!important}',
    '.b{background:#24323a!important;color:#a9d7f0!important}',
    '.e{color:#ff9a90!important}',
    '.o{color:#86d3a3!important}',
    '.s{color:#e8bf62!important}',
  ].join('') +
  '}' +
  '@media(max-width:480px){.p{padding:0!important}.sheet{border-radius:0!important}.g{display:block!important;text-align:left!important;padding:0 0 4px!important}}'
