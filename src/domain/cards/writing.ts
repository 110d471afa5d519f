import type { ClientCard } from '../client.js'
import { consentText } from '../consent-text.js'
import { type CardVersion, dateProperties, placeProperties, property, reachProperties, when } from './lines.js'
import { CARD_FIELDS, type CardPropertyLike, OWN, PRODID, RELATIONS } from './properties.js'

/** Stays the same for one client of one base, and differs between bases: by number and second of creation. */
const cardUid = ({ id, created_at, external_id, external_system }: ClientCard): string =>
  external_id !== null && external_system === 'vcard'
    ? external_id
    : `clientele-${id}-${created_at.replace(/\D/g, '').slice(0, 14)}`

/**
 * A client as the properties of a vCard, so that phones show it and `draftFromCard` reads the same client again. A card holds
 * no history, no promises, no orders, no persons of a company, not how a phone was typed, and not when the client was archived.
 */
export function propertiesOf(client: ClientCard, version: CardVersion): CardPropertyLike[] {
  return [
    property('PRODID', PRODID),
    ...nameProperties(client, version),
    ...companyProperties(client),
    ...reachProperties(client),
    ...placeProperties(client, version),
    ...dateProperties(client, version),
    ...textProperties(client),
    ...addressingProperties(client, version),
    ...ownProperties(client),
    property('UID', cardUid(client)),
    property('REV', version === '3.0' ? client.updated_at : client.updated_at.replace(/[-:]/g, '')),
  ]
}

function nameProperties(client: ClientCard, version: CardVersion): CardPropertyLike[] {
  const { kind, name, family_name, given_name, patronymic, custom } = client
  const isCompany = kind === 'company'
  const unsplit = !isCompany && family_name === null && given_name === null && patronymic === null
  const parts = [
    family_name ?? '',
    // Phones that look at N alone show a name that has no parts as a given name.
    unsplit ? name : (given_name ?? ''),
    patronymic ?? '',
    custom[CARD_FIELDS.prefix] ?? '',
    custom[CARD_FIELDS.suffix] ?? '',
  ]
  return [
    property('FN', name),
    property('N', parts),
    ...(unsplit ? [property(`${OWN}NAME`, 'unsplit')] : []),
    ...(isCompany ? [version === '4.0' ? property('KIND', 'org') : property('X-ABSHOWAS', 'COMPANY')] : []),
    ...when('NICKNAME', custom[CARD_FIELDS.nickname] ?? null),
  ]
}

function companyProperties({ kind, name, company, position, role, custom, relations }: ClientCard): CardPropertyLike[] {
  const first = kind === 'company' ? name : company
  const department = custom[CARD_FIELDS.department]
  const others = relations.filter(({ relation }) => relation === 'company').slice(1)
  return [
    ...(first === null && department === undefined
      ? []
      : [property('ORG', [first ?? '', ...(department === undefined ? [] : [department])])]),
    ...when('TITLE', position),
    ...when('ROLE', role),
    ...others.map((each) => property(`${OWN}COMPANY`, each.name, { label: each.role })),
  ]
}

const textProperties = ({ note, tags }: ClientCard): CardPropertyLike[] => [
  ...when('NOTE', note),
  ...(tags.length === 0 ? [] : [property('CATEGORIES', tags)]),
]

const GENDERS = { female: 'F', male: 'M' }

/** vCard 3.0 knows neither GENDER nor LANG. */
const addressingProperties = ({ sex, language, closeness }: ClientCard, version: CardVersion): CardPropertyLike[] => [
  ...when(version === '3.0' ? 'X-GENDER' : 'GENDER', sex === null ? null : GENDERS[sex]),
  ...when(version === '3.0' ? `${OWN}LANGUAGE` : 'LANG', language),
  ...when(`${OWN}CLOSENESS`, closeness),
]

/** Fields of one's own that stand in the card already. */
const SHOWN = new Set<string>(Object.values(CARD_FIELDS))

function ownProperties(client: ClientCard): CardPropertyLike[] {
  const { external_id, external_system, relations, custom } = client
  const referrer = relations.find(({ relation }) => relation === 'referred_by')
  const isCardId = external_system === 'vcard'
  return [
    property(`${OWN}STATUS`, client.status),
    ...(client.vip ? [property(`${OWN}VIP`, 'yes')] : []),
    ...when(`${OWN}OWNER`, client.owner),
    ...when(`${OWN}SOURCE`, client.source),
    ...when(`${OWN}CHANNEL`, client.channel),
    ...when(`${OWN}HOURS`, client.hours),
    ...when(`${OWN}NO-CALL`, client.no_call),
    ...when(`${OWN}CONSENT`, client.consent),
    ...when(`${OWN}CONSENT-ORIGIN`, client.consent_origin),
    ...when(`${OWN}CONSENT-AT`, client.consent_at),
    ...client.consents.map((consent) => property(`${OWN}CHANNEL-CONSENT`, consentText(consent))),
    ...when(`${OWN}VERIFIED`, client.verified_at),
    ...when(`${OWN}EXTERNAL-ID`, isCardId ? null : external_id),
    ...when(`${OWN}EXTERNAL-SYSTEM`, isCardId || external_id === null ? null : external_system),
    ...when(`${OWN}REFERRED-BY`, referrer?.name ?? null),
    ...Object.entries(custom)
      .filter(([key]) => !SHOWN.has(key))
      .map(([key, value]) =>
        RELATIONS.includes(key)
          ? property('X-ABRELATEDNAMES', value, { label: `_$!<${key[0]?.toUpperCase()}${key.slice(1)}>!$_` })
          : property(`${OWN}CUSTOM`, value, { label: key }),
      ),
  ]
}
