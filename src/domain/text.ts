import { looseText } from './fold.js'

// Control characters end no line of a card and NUL would end the text in the database; tab and line breaks are kept in notes.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it may be kept: composed, trimmed, without control characters and broken pairs, each line break a plain one, as files of XML keep no other. */
export function cleanText(text: string): string {
  const trimmed = text.trim()
  if (/^[\x20-\x7e\u0400-\u04ff]*$/.test(trimmed)) return trimmed
  return trimmed.normalize('NFC').replace(CONTROLS, '').replace(/\r\n?/g, '\n').replace(LONE_SURROGATE, '\ufffd').trim()
}

/** Text of one line: line breaks become spaces. */
export const cleanLine = (text: string): string => {
  const clean = cleanText(text)
  return /\s\s|[\n\r\t\u00a0]/.test(clean) ? clean.replace(/\s+/g, ' ') : clean
}

export const tagKeyOf = (tag: string): string => looseText(tag).replace(/^#/, '')
