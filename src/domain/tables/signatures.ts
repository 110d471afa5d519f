/** A program whose export is known by its column names. */
export interface System {
  /** How it is kept beside the ids that come from it. */
  key: string
  title: string
  /** Canonical meanings of columns that other programs use otherwise. */
  columns: Record<string, string>
}

export interface Signature extends System {
  /** Columns, as normalised names, that must all be there. */
  needs: readonly string[]
  /** Names that must not be there: a sister export has them. */
  lacks?: readonly string[]
}

const POSITION = { title: 'position' }
const PERSON_PARTS = ['first name', 'last name']

/**
 * Signatures after the headers that the exports of these programs have; the more telling come first. Sources: published
 * exports and importers of the programs, collected with how sure each is in the table of headers that came with the task.
 */
export const SIGNATURES: readonly Signature[] = [
  {
    key: 'google',
    title: 'Google Contacts',
    needs: ['first name', 'phonetic first name', 'e-mail 1 - value'],
    columns: { 'file as': '_ignore', labels: 'tags' },
  },
  {
    key: 'google',
    title: 'Google Contacts (before 2024)',
    needs: ['given name', 'family name', 'yomi name'],
    columns: {
      location: 'location',
      occupation: 'occupation',
      'group membership': 'tags',
      subject: 'notes',
      priority: '_ignore',
    },
  },
  {
    key: 'outlook',
    title: 'Outlook',
    needs: ['first name', 'last name', 'e-mail address', 'business phone'],
    columns: {
      title: 'honorific',
      suffix: 'honorific_suffix',
      location: 'location',
      account: 'account',
      'user 1': 'user_1',
      'user 2': 'user_2',
      'user 3': 'user_3',
      'user 4': 'user_4',
      priority: '_ignore',
      sensitivity: '_ignore',
      private: '_ignore',
    },
  },
  {
    key: 'outlook',
    title: 'Outlook',
    needs: ['обращение', 'краткое имя эл. почты', 'рабочий телефон'],
    columns: {
      суффикс: 'honorific_suffix',
      важность: '_ignore',
      пометка: '_ignore',
      частное: '_ignore',
      расположение: 'location',
      счет: 'account',
      'пользователь 1': 'user_1',
      'пользователь 2': 'user_2',
      'пользователь 3': 'user_3',
      'пользователь 4': 'user_4',
      'почтовый код (дом.)': 'postal_code',
      'телефон раб. 2': 'phone_work',
      'телефон дом. 2': 'phone_home',
      'телефон переносной': 'phone_mobile',
      'телефон помощника': 'assistant_phone',
    },
  },
  {
    key: 'thunderbird',
    title: 'Thunderbird',
    needs: ['display name', 'primary email', 'screen name'],
    columns: { 'screen name': 'nickname' },
  },
  {
    key: 'thunderbird',
    title: 'Thunderbird (LDIF)',
    needs: ['dn', 'cn'],
    columns: {
      dn: '_ignore',
      l: 'city',
      st: 'region',
      c: 'country',
      o: 'company',
      ou: 'department',
      street: 'address',
      birthday: 'birth_day',
      birthmonth: 'birth_month',
      birthyear: 'birth_year',
      pager: 'phone_other',
      mozillasecondemail: 'email_other',
      mozillahomestreet2: 'address',
      mozillaworkstreet2: 'address',
      description: 'notes',
      title: 'position',
    },
  },
  {
    key: 'bitrix24',
    title: 'Bitrix24',
    needs: ['id', 'обращение', 'телефон для рассылок', 'рабочий e-mail'],
    columns: {
      создан: '_ignore',
      'тип контакта': 'status',
      экспорт: '_ignore',
      'дополнительно об источнике': 'source_detail',
      обращение: 'honorific',
    },
  },
  {
    key: 'bitrix24',
    title: 'Bitrix24',
    needs: ['название компании', 'логотип', 'тип компании'],
    columns: { 'название компании': 'full_name', 'тип компании': 'company_type' },
  },
  {
    key: 'bitrix24',
    title: 'Bitrix24',
    needs: ['name', 'last name', 'second name', 'phone work'],
    columns: { name: 'first_name' },
  },
  {
    key: 'amocrm',
    title: 'amoCRM',
    needs: ['полное имя контакта', 'название компании', 'рабочий прямой телефон'],
    columns: { тип: 'client_type', сделки: 'deals', web: 'website' },
  },
  {
    key: 'amocrm',
    title: 'amoCRM',
    needs: ['название сделки', 'полное имя контакта', 'этап сделки'],
    columns: { компания: 'company', id: 'deal_id', 'ответственный за контакт': 'contact_owner' },
  },
  {
    key: 'kommo',
    title: 'Kommo',
    needs: ['full name', 'work direct phone', 'company'],
    columns: { type: 'client_type', leads: 'deals', 'work direct phone': 'phone_work' },
  },
  {
    key: 'hubspot',
    title: 'HubSpot',
    needs: ['record id', ...PERSON_PARTS, 'lifecycle stage'],
    columns: { 'lifecycle stage': 'stage', 'lead status': 'status' },
  },
  {
    key: 'hubspot',
    title: 'HubSpot',
    needs: ['activity date', 'note body', 'associated contact'],
    columns: {},
  },
  {
    key: 'pipedrive',
    title: 'Pipedrive',
    needs: ['person - name'],
    columns: {
      'person - id': 'external_id',
      'organization - name': 'company',
      'person - last activity date': 'last_contact',
      // Done or not, an activity is a promise only in a log of promises.
      'activity - due date': 'interaction_date',
    },
  },
  {
    key: 'zoho',
    title: 'Zoho CRM',
    needs: ['record id', 'contact owner', 'account name'],
    columns: { ...POSITION, 'account name': 'company', 'asst phone': 'assistant_phone' },
  },
  {
    key: 'vtiger',
    title: 'vTiger',
    needs: ['contact id', 'office phone', 'assigned to'],
    columns: { ...POSITION, 'office phone': 'phone_work', 'organization name': 'company' },
  },
  {
    key: 'vtiger',
    title: 'vTiger',
    needs: ['контакт id', 'рабочий тел.'],
    columns: { 'контакт id': 'external_id' },
  },
  {
    key: 'sugarcrm',
    title: 'SugarCRM',
    needs: ['date entered', 'first name', 'assigned user id'],
    columns: {
      ...POSITION,
      'modified user id': '_ignore',
      'assigned user id': '_ignore',
      'campaign id': '_ignore',
      'reports to id': '_ignore',
      'portal active': '_ignore',
      'portal app': '_ignore',
      deleted: '_ignore',
      'account name': 'company',
      'assigned user name': 'owner',
    },
  },
  {
    key: 'salesforce',
    title: 'Salesforce',
    needs: [...PERSON_PARTS, 'mailing street', 'account name'],
    columns: { ...POSITION, 'account name': 'company', 'account owner': 'owner' },
  },
  {
    key: 'linkedin',
    title: 'LinkedIn',
    needs: [...PERSON_PARTS, 'connected on'],
    columns: { url: 'linkedin', 'connected on': 'first_contact' },
  },
  {
    key: 'telegram',
    title: 'Telegram',
    needs: ['user id', 'phone number', 'date unixtime'],
    columns: { date: '_ignore', 'date unixtime': '_ignore' },
  },
  {
    key: '1c',
    title: '1С',
    needs: ['наименование', 'инн', 'кпп'],
    // Several addresses of one firm are told apart by their purpose.
    columns: { наименование: 'full_name', 'почтовый адрес': 'postal_address' },
  },
  {
    key: 'retailcrm',
    title: 'retailCRM',
    needs: ['customerid', 'averagesumm'],
    columns: {},
  },
]
