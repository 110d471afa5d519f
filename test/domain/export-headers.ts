export interface Export {
  of: string
  system: string
  /** Names of the columns, parted by ` | `. */
  header: string
  /** What some of the columns must fill: `name → field`, parted likewise. */
  fills: string
}

/** Headers that exports of these programs have; a `…` in two of them stands for columns that are not known. */
export const EXPORTS: Export[] = [
  {
    of: 'Google Contacts (before 2024) en',
    system: 'google',
    header: `Name | Given Name | Additional Name | Family Name | Yomi Name | Given Name Yomi | Additional Name Yomi | Family Name Yomi | Name Prefix | Name Suffix | Initials | Nickname | Short Name | Maiden Name | Birthday | Gender | Location | Billing Information | Directory Server | Mileage | Occupation | Hobby | Sensitivity | Priority | Subject | Notes | Language | Photo | Group Membership | E-mail 1 - Type | E-mail 1 - Value | E-mail 2 - Type | E-mail 2 - Value | IM 1 - Type | IM 1 - Service | IM 1 - Value | Phone 1 - Type | Phone 1 - Value | Phone 2 - Type | Phone 2 - Value | Address 1 - Type | Address 1 - Formatted | Address 1 - Street | Address 1 - City | Address 1 - PO Box | Address 1 - Region | Address 1 - Postal Code | Address 1 - Country | Address 1 - Extended Address | Organization 1 - Type | Organization 1 - Name | Organization 1 - Yomi Name | Organization 1 - Title | Organization 1 - Department | Organization 1 - Symbol | Organization 1 - Location | Organization 1 - Job Description | Website 1 - Type | Website 1 - Value | Event 1 - Type | Event 1 - Value | Custom Field 1 - Type | Custom Field 1 - Value`,
    fills: `Name → name | Given Name → given_name | Additional Name → patronymic | Family Name → family_name | Birthday → birthday | Location → custom location | Occupation → custom occupation | Priority → - technical | Notes → note | Subject → note | Group Membership → tag | E-mail 1 - Type → label email | E-mail 1 - Value → email | E-mail 2 - Value → email_other | IM 1 - Service → im label 1 | IM 1 - Value → im value 1 | Phone 1 - Type → label phone | Phone 1 - Value → phone | Phone 2 - Value → phone_other | Address 1 - Formatted → address main.formatted | Address 1 - City → address main.city | Organization 1 - Name → company | Organization 1 - Title → position | Organization 1 - Department → custom department | Website 1 - Value → website | Event 1 - Type → event label 1 | Event 1 - Value → event value 1 | Custom Field 1 - Type → custom label 1 | Custom Field 1 - Value → custom value 1 | Maiden Name → custom maiden_name | Name Suffix → custom honorific_suffix`,
  },
  {
    of: 'Google Contacts (2024+) en',
    system: 'google',
    header: `First Name | Middle Name | Last Name | Phonetic First Name | Phonetic Middle Name | Phonetic Last Name | Name Prefix | Name Suffix | Nickname | File As | Organization Name | Organization Title | Organization Department | Birthday | Notes | Photo | Labels | E-mail 1 - Label | E-mail 1 - Value | E-mail 2 - Label | E-mail 2 - Value | Phone 1 - Label | Phone 1 - Value | Phone 2 - Label | Phone 2 - Value | Address 1 - Label | Address 1 - Formatted | Address 1 - Street | Address 1 - City | Address 1 - PO Box | Address 1 - Region | Address 1 - Postal Code | Address 1 - Country | Address 1 - Extended Address | Website 1 - Label | Website 1 - Value | Event 1 - Label | Event 1 - Value | Custom Field 1 - Label | Custom Field 1 - Value`,
    fills: `First Name → given_name | Middle Name → patronymic | Last Name → family_name | Organization Name → company | Organization Title → position | Organization Department → custom department | Birthday → birthday | Notes → note | Labels → tag | File As → - technical | E-mail 1 - Label → label email | E-mail 1 - Value → email | E-mail 2 - Value → email_other | Phone 1 - Label → label phone | Phone 1 - Value → phone | Phone 2 - Value → phone_other | Address 1 - Street → address main.street | Address 1 - City → address main.city | Address 1 - PO Box → custom po_box | Website 1 - Value → website | Event 1 - Label → event label 1 | Event 1 - Value → event value 1 | Custom Field 1 - Label → custom label 1 | Custom Field 1 - Value → custom value 1`,
  },
  {
    of: 'Outlook desktop en',
    system: 'outlook',
    header: `Title | First Name | Middle Name | Last Name | Suffix | Company | Department | Job Title | Business Street | Business Street 2 | Business Street 3 | Business City | Business State | Business Postal Code | Business Country/Region | Home Street | Home Street 2 | Home Street 3 | Home City | Home State | Home Postal Code | Home Country/Region | Other Street | Other Street 2 | Other Street 3 | Other City | Other State | Other Postal Code | Other Country/Region | Assistant's Phone | Business Fax | Business Phone | Business Phone 2 | Callback | Car Phone | Company Main Phone | Home Fax | Home Phone | Home Phone 2 | ISDN | Mobile Phone | Other Fax | Other Phone | Pager | Primary Phone | Radio Phone | TTY/TDD Phone | Telex | Account | Anniversary | Assistant's Name | Billing Information | Birthday | Business Address PO Box | Categories | Children | Directory Server | E-mail Address | E-mail Type | E-mail Display Name | E-mail 2 Address | E-mail 2 Type | E-mail 2 Display Name | E-mail 3 Address | E-mail 3 Type | E-mail 3 Display Name | Gender | Government ID Number | Hobby | Home Address PO Box | Initials | Internet Free Busy | Keywords | Language | Location | Manager's Name | Mileage | Notes | Office Location | Organizational ID Number | Other Address PO Box | Priority | Private | Profession | Referred By | Sensitivity | Spouse | User 1 | User 2 | User 3 | User 4 | Web Page`,
    fills: `Title → custom honorific | First Name → given_name | Middle Name → patronymic | Last Name → family_name | Company → company | Job Title → position | Business Street 2 → address work.street | Business City → address work.city | Home Country/Region → address home.country | Other City → address other.city | Business Phone → phone_work | Business Phone 2 → phone_work | Car Phone → phone_other | Company Main Phone → phone_work | Home Fax → fax | Home Phone → phone_home | Mobile Phone → phone_mobile | Primary Phone → phone | Pager → phone_other | Assistant's Phone → custom assistant_phone | Manager's Name → custom manager | Anniversary → anniversary | Birthday → birthday | Categories → tag | E-mail Address → email | E-mail 2 Address → email_other | E-mail Type → - technical | Government ID Number → - sensitive | Home Address PO Box → custom po_box_2 | Notes → note | Referred By → referred_by | Spouse → custom spouse | User 1 → custom user_1 | Web Page → website | Priority → - technical`,
  },
  {
    of: 'Outlook desktop ru',
    system: 'outlook',
    header: `Обращение | Имя | Отчество | Фамилия | Суффикс | Организация | Отдел | Должность | Улица (раб. адрес) | Улица 2 (раб. адрес) | Улица 3 (раб. адрес) | Город (раб. адрес) | Область (раб. адрес) | Индекс (раб. адрес) | Страна или регион (раб. адрес) | Улица (дом. адрес) | Улица 2 (дом. адрес) | Улица 3 (дом. адрес) | Город (дом. адрес) | Область (дом. адрес) | Почтовый код (дом.) | Страна или регион (дом. адрес) | Улица (другой адрес) | Улица  2 (другой адрес) | Улица  3 (другой адрес) | Город  (другой адрес) | Область  (другой адрес) | Индекс  (другой адрес) | Страна или регион  (другой адрес) | Телефон помощника | Рабочий факс | Рабочий телефон | Телефон раб. 2 | Обратный вызов | Телефон в машине | Основной телефон организации | Домашний факс | Домашний телефон | Телефон дом. 2 | ISDN | Телефон переносной | Другой факс | Другой телефон | Пейджер | Основной телефон | Радиотелефон | Телетайп/телефон с титрами | Телекс | Важность | Веб-страница | Годовщина | День рождения | Дети | Заметки | Имя помощника | Инициалы | Категории | Ключевые слова | Код организации | Личный код | Отложено | Пол | Пользователь 1 | Пользователь 2 | Пользователь 3 | Пользователь 4 | Пометка | Почтовый ящик (дом. адрес) | Почтовый ящик (другой адрес) | Почтовый ящик (раб. адрес) | Профессия | Расположение | Расположение комнаты | Расстояние | Руководитель | Сведения о доступности в Интернете | Сервер каталогов | Супруг(а) | Счет | Счета | Хобби | Частное | Адрес эл. почты | Тип эл. почты | Краткое имя эл. почты | Адрес 2 эл. почты | Тип 2 эл. почты | Краткое 2 имя эл. почты | Адрес 3 эл. почты | Тип 3 эл. почты | Краткое 3 имя эл. почты | Язык`,
    fills: `Имя → given_name | Отчество → patronymic | Фамилия → family_name | Организация → company | Должность → position | Улица (раб. адрес) → address work.street | Улица 2 (раб. адрес) → address work.street | Страна или регион (дом. адрес) → address home.country | Почтовый код (дом.) → address home.postal_code | Улица  2 (другой адрес) → address other.street | Город  (другой адрес) → address other.city | Страна или регион  (другой адрес) → address other.country | Рабочий телефон → phone_work | Телефон раб. 2 → phone_work | Телефон переносной → phone_mobile | Домашний факс → fax | Телефон дом. 2 → phone_home | Телефон в машине → phone_other | Веб-страница → website | Годовщина → anniversary | День рождения → birthday | Заметки → note | Категории → tag | Личный код → - sensitive | Почтовый ящик (дом. адрес) → custom po_box | Профессия → custom profession | Счет → custom account | Супруг(а) → custom spouse | Адрес эл. почты → email | Адрес 2 эл. почты → email_other | Тип эл. почты → - technical`,
  },
  {
    of: 'Thunderbird en csv',
    system: 'thunderbird',
    header: `First Name | Last Name | Display Name | Nickname | Primary Email | Secondary Email | Screen Name | Work Phone | Home Phone | Fax Number | Pager Number | Mobile Number | Home Address | Home Address 2 | Home City | Home State | Home ZipCode | Home Country | Work Address | Work Address 2 | Work City | Work State | Work ZipCode | Work Country | Job Title | Department | Organization | Web Page 1 | Web Page 2 | Birth Year | Birth Month | Birth Day | Custom 1 | Custom 2 | Custom 3 | Custom 4 | Notes`,
    fills: `First Name → given_name | Last Name → family_name | Display Name → name | Primary Email → email | Secondary Email → email_other | Work Phone → phone_work | Home Phone → phone_home | Fax Number → fax | Mobile Number → phone_mobile | Pager Number → phone_other | Home Address 2 → address home.street | Work City → address work.city | Job Title → position | Organization → company | Web Page 1 → website | Birth Year → birth_year | Birth Month → birth_month | Birth Day → birth_day | Custom 1 → custom value 1 | Notes → note`,
  },
  {
    of: 'Thunderbird en ldif',
    system: 'thunderbird',
    header: `dn | objectclass | givenName | sn | cn | mail | mozillaSecondEmail | telephoneNumber | homePhone | mobile | fax | pager | street | l | st | postalCode | c | o | ou | title | mozillaHomeStreet | mozillaHomeLocalityName | mozillaHomeCountryName | mozillaNickname | mozillaCustom1-4 | birthyear | birthmonth | birthday | mozillaWorkUrl | mozillaHomeUrl | description | modifytimestamp`,
    fills: `dn → - technical | givenName → given_name | sn → family_name | cn → name | mail → email | mozillaSecondEmail → email_other | telephoneNumber → phone | homePhone → phone_home | mobile → phone_mobile | fax → fax | street → address main.street | l → address main.city | st → address main.region | postalCode → address main.postal_code | c → address main.country | o → company | ou → custom department | title → position | mozillaHomeStreet → address home.street | mozillaHomeLocalityName → address home.city | mozillaNickname → custom nickname | birthyear → birth_year | birthmonth → birth_month | birthday → birth_day | mozillaWorkUrl → website | description → note`,
  },
  {
    of: 'Bitrix24 contact codes',
    system: 'bitrix24',
    header: `NAME | LAST_NAME | SECOND_NAME | PHONE_WORK | PHONE_MOBILE | … | SOURCE_DESCRIPTION`,
    fills: `NAME → given_name | LAST_NAME → family_name | SECOND_NAME → patronymic | PHONE_WORK → phone_work | PHONE_MOBILE → phone_mobile | SOURCE_DESCRIPTION → custom source_detail`,
  },
  {
    of: 'Bitrix24 company ru',
    system: 'bitrix24',
    header: `Название компании | Логотип | Тип компании | Кол-во сотрудников | Рабочий телефон | Мобильный телефон | … | Комментарий`,
    fills: `Название компании → name | Тип компании → custom company_type | Кол-во сотрудников → custom employees | Рабочий телефон → phone_work | Мобильный телефон → phone_mobile | Комментарий → note | Логотип → - technical`,
  },
  {
    of: 'Bitrix24 contact export ru',
    system: 'bitrix24',
    header: `ID | Обращение | Имя | Отчество | Фамилия | Дата рождения | Создан | Тип контакта | Источник | Дополнительно об источнике | Рабочий телефон | Мобильный телефон | Номер факса | Домашний телефон | Номер пейджера | Телефон для рассылок | Другой телефон | Корпоративный сайт | Личная страница | Страница Facebook | Страница ВКонтакте | Другой сайт | Рабочий e-mail | Частный e-mail | E-mail для рассылок | Другой e-mail | Контакт Facebook | Контакт Telegram | Контакт ВКонтакте | Контакт Skype | Контакт Viber | Комментарии Instagram | Другой контакт | Компания | Должность | Адрес | Комментарий | Ответственный | Дата создания | Кем создан | Дата изменения | Кем изменен | Экспорт`,
    fills: `ID → external_id | Имя → given_name | Отчество → patronymic | Фамилия → family_name | Дата рождения → birthday | Тип контакта → status | Источник → source | Дополнительно об источнике → custom source_detail | Рабочий телефон → phone_work | Мобильный телефон → phone_mobile | Номер факса → fax | Телефон для рассылок → phone_other | Корпоративный сайт → website | Страница ВКонтакте → vk | Рабочий e-mail → email_work | Частный e-mail → email_personal | E-mail для рассылок → email_other | Контакт Telegram → telegram | Контакт Viber → viber | Другой контакт → messenger | Компания → company | Должность → position | Адрес → address main.street | Комментарий → note | Ответственный → owner`,
  },
  {
    of: 'amoCRM / Kommo contacts ru',
    system: 'amocrm',
    header: `ID | Тип | Полное имя контакта | Имя | Фамилия | Название компании | Ответственный | Дата создания контакта | Кем создан контакт | Сделки | Дата редактирования | Кем редактирован | Теги | Примечание 1 | Примечание 2 | Примечание 3 | Примечание 4 | Примечание 5 | Рабочий телефон | Рабочий прямой телефон | Мобильный телефон | Факс | Домашний телефон | Другой телефон | Рабочий email | Личный email | Другой email | Web | Адрес | Должность`,
    fills: `ID → external_id | Тип → kind | Полное имя контакта → name | Имя → given_name | Фамилия → family_name | Название компании → company | Ответственный → owner | Сделки → custom deals | Теги → tag | Примечание 1 → note | Примечание 5 → note | Рабочий телефон → phone_work | Рабочий прямой телефон → phone_work | Мобильный телефон → phone_mobile | Рабочий email → email_work | Личный email → email_personal | Web → website | Адрес → address main.street | Должность → position`,
  },
  {
    of: 'amoCRM deals ru',
    system: 'amocrm',
    header: `ID | Название сделки | Бюджет | Ответственный | Дата создания сделки | Кем создана сделка | Дата редактирования | Кем редактирована | Дата закрытия | Теги | Примечание | Примечание 2 | Примечание 3 | Примечание 4 | Примечание 5 | Этап сделки | Воронка | Полное имя контакта | Компания контакта | Ответственный за контакт | Компания | Рабочий телефон | Рабочий прямой телефон | Мобильный телефон | Факс | Домашний телефон | Другой телефон | Рабочий email | Личный email | Другой email | Город | Источник | Должность | Skype | utm_source | utm_medium | utm_campaign | utm_term | utm_content | utm_source`,
    fills: `ID → custom deal_id | Название сделки → custom deals | Бюджет → custom order_amount money | Ответственный → owner | Дата закрытия → custom order_date date | Теги → tag | Примечание → note | Примечание 2 → note | Этап сделки → custom stage | Воронка → custom stage_2 | Полное имя контакта → name | Компания контакта → company | Компания → company | Рабочий телефон → phone_work | Личный email → email_personal | Город → address main.city | Источник → source | Должность → position | Skype → skype | utm_medium → custom utm_medium`,
  },
  {
    of: 'HubSpot contacts en',
    system: 'hubspot',
    header: `Record ID | First Name | Last Name | Email | Phone Number | Mobile Phone Number | Job Title | Company Name | Contact owner | Lifecycle Stage | Lead Status | Create Date`,
    fills: `Record ID → external_id | First Name → given_name | Last Name → family_name | Email → email | Phone Number → phone | Mobile Phone Number → phone_mobile | Job Title → position | Company Name → company | Contact owner → owner | Lifecycle Stage → custom stage | Lead Status → status`,
  },
  {
    of: 'HubSpot notes en',
    system: 'hubspot',
    header: `Activity date | Note body | Associated Contact | Associated Company`,
    fills: `Activity date → custom interaction_date date | Note body → note | Associated Contact → name | Associated Company → company`,
  },
  {
    of: 'Pipedrive people en',
    system: 'pipedrive',
    header: `Person - ID | Person - Name | Person - Email | Person - Phone | Organization - Name | Person - Last activity date`,
    fills: `Person - ID → external_id | Person - Name → name | Person - Email → email | Person - Phone → phone | Organization - Name → company | Person - Last activity date → last_contact`,
  },
  {
    of: 'Pipedrive activities en',
    system: 'pipedrive',
    header: `Activity - Subject | Activity - Type | Activity - Due date | Activity - Due time | Activity - Done | Activity - Note | Activity - Assigned to user | Deal - Title | Person - Name | Person - Email | Organization - Name`,
    fills: `Person - Name → name | Person - Email → email | Organization - Name → company | Activity - Subject → custom activity_subject | Activity - Due date → custom interaction_date date | Activity - Note → note | Deal - Title → custom deals`,
  },
  {
    of: 'Salesforce report en',
    system: 'salesforce',
    header: `Salutation | First Name | Last Name | Title | Mailing Street | Mailing City | Mailing State/Province | Mailing Zip/Postal Code | Mailing Country | Phone | Mobile | Fax | Email | Account Owner | Account Name`,
    fills: `First Name → given_name | Last Name → family_name | Title → position | Mailing Street → address main.street | Mailing City → address main.city | Phone → phone | Mobile → phone_mobile | Fax → fax | Email → email | Account Owner → owner | Account Name → company`,
  },
  {
    of: 'SugarCRM/SuiteCRM codes',
    system: 'sugarcrm',
    header: `id | date_entered | date_modified | modified_user_id | created_by | description | deleted | assigned_user_id | salutation | first_name | last_name | title | department | do_not_call | phone_home | phone_mobile | phone_work | phone_other | phone_fax | primary_address_street | primary_address_city | primary_address_state | primary_address_postalcode | primary_address_country | alt_address_street | alt_address_city | alt_address_state | alt_address_postalcode | alt_address_country | assistant | assistant_phone | lead_source | reports_to_id | birthdate | portal_name | portal_active | portal_app | campaign_id | email_address | account_name | assigned_user_name`,
    fills: `id → external_id | description → note | first_name → given_name | last_name → family_name | title → position | department → custom department | phone_home → phone_home | phone_mobile → phone_mobile | phone_work → phone_work | phone_fax → fax | primary_address_city → address main.city | alt_address_city → address other.city | assistant_phone → custom assistant_phone | lead_source → source | birthdate → birthday | email_address → email | account_name → company | assigned_user_name → owner | assigned_user_id → - technical`,
  },
  {
    of: 'vTiger en',
    system: 'vtiger',
    header: `Salutation | First Name | Last Name | Contact Id | Office Phone | Mobile | Home Phone | Other Phone | Organization Name | Title | Department | Birthdate | Email | Secondary Email | Lead Source | Reports To | Assistant | Do Not Call | Assigned To | Mailing Street | Mailing City | Mailing State | Mailing Zip | Mailing Country | Description`,
    fills: `First Name → given_name | Last Name → family_name | Contact Id → external_id | Office Phone → phone_work | Mobile → phone_mobile | Home Phone → phone_home | Organization Name → company | Title → position | Birthdate → birthday | Email → email | Secondary Email → email_other | Lead Source → source | Reports To → custom manager | Assigned To → owner | Mailing City → address main.city | Description → note`,
  },
  {
    of: 'vTiger ru',
    system: 'vtiger',
    header: `Обращение | Имя | Фамилия | Контакт Id | Рабочий тел. | Мобильный | Домашний тел. | Организация | Должность | Отдел | День рождения | Основной Адрес Электронной Почты | Вторичной Электронной Почте | Источник | Не звонить | Ответственный | Улица | Город | Область | Индекс | Страна | Описание`,
    fills: `Имя → given_name | Фамилия → family_name | Контакт Id → external_id | Рабочий тел. → phone_work | Мобильный → phone_mobile | Домашний тел. → phone_home | Организация → company | Должность → position | День рождения → birthday | Основной Адрес Электронной Почты → email | Вторичной Электронной Почте → email_other | Источник → source | Ответственный → owner | Город → address main.city | Описание → note`,
  },
  {
    of: 'Zoho CRM en',
    system: 'zoho',
    header: `Record Id | Contact Owner | Lead Source | First Name | Last Name | Account Name | Vendor Name | Email | Title | Department | Phone | Home Phone | Other Phone | Fax | Mobile | Date of Birth | Assistant | Asst Phone | Reports To | Email Opt Out | Skype ID | Secondary Email | Twitter | Mailing Street | Mailing City | Mailing State | Mailing Zip | Mailing Country | Description`,
    fills: `Record Id → external_id | Contact Owner → owner | Lead Source → source | First Name → given_name | Last Name → family_name | Account Name → company | Vendor Name → custom vendor | Email → email | Title → position | Phone → phone | Mobile → phone_mobile | Date of Birth → birthday | Skype ID → skype | Secondary Email → email_other | Mailing City → address main.city | Description → note`,
  },
  {
    of: 'LinkedIn Connections.csv en',
    system: 'linkedin',
    header: `First Name | Last Name | URL | Email Address | Company | Position | Connected On`,
    fills: `First Name → given_name | Last Name → family_name | URL → linkedin | Email Address → email | Company → company | Position → position | Connected On → custom first_contact_given date`,
  },
  {
    of: 'Telegram Desktop export',
    system: 'telegram',
    header: `user_id | first_name | last_name | phone_number | date | date_unixtime`,
    fills: `user_id → external_id | first_name → given_name | last_name → family_name | phone_number → phone | date → - technical | date_unixtime → - technical`,
  },
  {
    of: '1C CommerceML contragents.xml ru',
    system: '1c',
    header: `Ид | Наименование | ОфициальноеНаименование | ПолноеНаименование | Роль | ИНН | КПП | КодПоОКПО | РасчетныеСчета/РасчетныйСчет | Контакты/Контакт/{Тип,Значение}`,
    fills: `Ид → external_id | Наименование → name | ПолноеНаименование → custom legal_name_2 | ИНН → custom inn | КПП → custom kpp | КодПоОКПО → custom okpo`,
  },
  {
    of: '1C "Контрагенты" list saved as table ru',
    system: '1c',
    header: `Наименование | Полное наименование | Вид контрагента | ИНН | КПП | ОГРН | Код по ОКПО | Телефон | Адрес электронной почты | Юридический адрес | Фактический адрес | Почтовый адрес | Основной банковский счет | БИК | Ответственный | Комментарий`,
    fills: `Наименование → name | Полное наименование → custom legal_name | Вид контрагента → kind | ИНН → custom inn | ОГРН → custom ogrn | Телефон → phone | Адрес электронной почты → email | Юридический адрес → custom legal_address | Фактический адрес → address main.street | Почтовый адрес → custom postal_address | Ответственный → owner | Комментарий → note`,
  },
]
