import { CONSENTS } from '../client.js'
import { CONSENT_CHANNELS, consentChannelNamed } from '../consent.js'
import { CONSENT_NAMES } from './choices.js'
import type { Field } from './field.js'

/** By which channels a client may not be reached, or may by its own word: the answers in force, see domain/consent. */
const inForce = (key: 'refuses' | 'accepts', ...aliases: string[]): Field => ({
  key,
  type: 'choice',
  kept: 'computed',
  choices: CONSENT_CHANNELS,
  read: consentChannelNamed,
  aliases,
  example: 'email',
})

/** Where the data of a client comes from, and how far it may be used and trusted. */
export const RECORD_FIELDS: readonly Field[] = [
  {
    key: 'consent',
    type: 'choice',
    kept: 'column',
    choices: CONSENTS,
    choiceNames: CONSENT_NAMES,
    aliases: ['согласие', 'згода'],
    columns: ['consent'],
    example: 'yes',
  },
  {
    key: 'consent_origin',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['согласие_откуда', 'звідки_згода'],
    columns: ['consent_origin'],
    example: 'form',
  },
  {
    key: 'consent_at',
    type: 'date',
    kept: 'column',
    aliases: ['дата_согласия', 'дата_згоди'],
    columns: ['consent_at'],
    example: '2026-01..',
  },
  inForce('refuses', 'отказ', 'отказался', 'отказалась', 'відмова', 'відмовився', 'відмовилася'),
  inForce('accepts', 'согласен', 'согласна', 'згоден', 'згодна'),
  {
    key: 'verified',
    type: 'date',
    kept: 'column',
    aliases: ['verified_at', 'проверен', 'перевірено'],
    columns: ['verified_at'],
    example: '2026-01-01..',
  },
  {
    key: 'external_id',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['ext', 'внешний_id', 'зовнішній_id'],
    columns: ['external_id'],
    example: 'A-17',
  },
  {
    key: 'external_system',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['system', 'внешняя_система', 'зовнішня_система'],
    columns: ['external_system'],
    example: 'bitrix24',
  },
  {
    key: 'created',
    type: 'date',
    kept: 'column',
    aliases: ['created_at', 'создан', 'створено'],
    example: '2026-01',
  },
  {
    key: 'updated',
    type: 'date',
    kept: 'column',
    aliases: ['updated_at', 'изменён', 'змінено'],
    example: '..2026-01-01',
  },
]
