import { describe, expect, test } from 'vitest'
import { mboxMessage } from '../../src/formats/mbox.js'

const DRAFT = {
  to: { name: 'Громова Ольга, "Ґалаґан" 🎂', address: 'olga@example.com' },
  subject: 'С днём рождения!',
  text: 'Привет!\n\nFrom here on\n>From there',
  date: new Date('2026-11-02T07:30:05Z'),
  id: 'abc-1',
}

const bodyOf = (message: string): string => {
  const body = message.slice(message.indexOf('\n\n') + 2)
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('a draft in an mbox', () => {
  test('begins with its line, says that it is a draft, ends with an empty line', async () => {
    const message = await mboxMessage(DRAFT)
    expect(message.startsWith('From - Mon Nov  2 07:30:05 2026\n')).toBe(true)
    for (const header of [
      'X-Unsent: 1',
      'X-Status: T',
      'Message-ID: <abc-1@clientele.invalid>',
      'Date: Mon, 02 Nov 2026 07:30:05 +0000',
    ])
      expect(message).toContain(`\n${header}\n`)
    expect(message).not.toMatch(/\r|^From:/m)
    expect(message.endsWith('\n\n')).toBe(true)
    expect(message.endsWith('\n\n\n')).toBe(false)
  })

  test('subject and name survive, and no line is longer than mail allows', async () => {
    const message = await mboxMessage(DRAFT)
    const subject = /^Subject: =\?UTF-8\?B\?([^?]+)\?=$/m.exec(message)?.[1] ?? ''
    expect(Buffer.from(subject, 'base64').toString('utf8')).toBe('С днём рождения!')
    for (const line of message.split('\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(message).toMatch(/^[\x0a\x20-\x7e]*$/)
  })

  test('lines that would begin a message are quoted, and nothing else is', async () => {
    const message = await mboxMessage(DRAFT)
    expect(message.match(/^From /gm)).toHaveLength(1)
    expect(bodyOf(message).replace(/^>(>*From )/gm, '$1')).toBe('Привет!\n\nFrom here on\n>From there\n\n')
  })

  test('a name or subject cannot add headers or recipients', async () => {
    const message = await mboxMessage({
      ...DRAFT,
      to: { name: 'x\nBcc: spy@example.org', address: 'olga@example.com' },
      subject: 'y\r\nBcc: spy@example.org',
    })
    expect(message).not.toMatch(/^Bcc:/im)
  })
})
