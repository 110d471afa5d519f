/** One step of the schema. Steps are only ever appended; a released one never changes. */
export interface Migration {
  version: number
  name: string
  statements: readonly string[]
}

// Choices are checked by the domain, once for every dialect; what only the database can promise is promised here.
const client = `references client(id)`

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'the base and the day',
    statements: [
      `create table client (
        id integer primary key autoincrement,
        kind text not null,
        name text not null check (name <> ''),
        family_name text, given_name text, patronymic text,
        sort_key text not null,
        position text,
        status text not null,
        city text, address text, source text, owner text,
        vip integer not null default 0,
        channel text, hours text, no_call text, zone text, note text,
        referred_by integer ${client},
        consent text,
        verified_at text,
        external_system text, external_id text,
        archived_at text,
        created_at text not null, updated_at text not null)`,
      `create unique index client_external on client (external_id, coalesce(external_system, '')) where external_id is not null`,
      `create index client_by_name on client (sort_key, id) where archived_at is null`,
      `create index client_referred_by on client (referred_by) where referred_by is not null`,
      `create table contact_point (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        kind text not null, label text, typed text not null, value text not null)`,
      `create index contact_point_client on contact_point (client_id)`,
      `create index contact_point_value on contact_point (value)`,
      `create table relation (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        company_id integer not null ${client},
        role text)`,
      `create unique index relation_pair on relation (client_id, company_id)`,
      `create index relation_company on relation (company_id)`,
      `create table anniversary (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        occasion text not null, who text,
        year integer, month_day text not null,
        remind_days integer)`,
      `create index anniversary_client on anniversary (client_id)`,
      `create index anniversary_day on anniversary (month_day)`,
      `create index anniversary_remind on anniversary (remind_days) where remind_days is not null`,
      `create table greeting (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        anniversary_id integer not null references anniversary(id),
        occurs_on text not null,
        state text not null check (state in ('done', 'skipped', 'snoozed')),
        snoozed_until text, at text not null)`,
      `create unique index greeting_once on greeting (anniversary_id, occurs_on)`,
      `create index greeting_client on greeting (client_id)`,
      `create index greeting_snoozed on greeting (snoozed_until) where snoozed_until is not null`,
      `create table contact (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        at text not null, channel text not null,
        direction text not null check (direction in ('in', 'out')),
        result text, purpose text,
        minutes integer, cost_minor integer, text text)`,
      `create index contact_client on contact (client_id, at)`,
      `create table promise (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        kind text not null check (kind in ('call', 'greet', 'gift', 'task')),
        due text not null, time text, text text,
        state text not null check (state in ('open', 'done', 'skipped')),
        snoozed_until text, shown_on text not null,
        created_at text not null, closed_at text)`,
      `create index promise_client on promise (client_id)`,
      `create index promise_open on promise (shown_on) where state = 'open'`,
      `create table client_order (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        date text not null, sum_minor integer not null, currency text not null,
        what text, stage text, cost_minor integer,
        promo integer not null default 0, due_on text,
        paid_minor integer not null default 0,
        external_system text, external_id text,
        created_at text not null)`,
      `create index client_order_client on client_order (client_id, date)`,
      `create table expense (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        date text not null, sum_minor integer not null, currency text not null,
        what text, created_at text not null)`,
      `create index expense_client on expense (client_id)`,
      `create table client_tag (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        tag text not null, tag_key text not null)`,
      `create unique index client_tag_pair on client_tag (client_id, tag_key)`,
      `create index client_tag_key on client_tag (tag_key, client_id)`,
      `create table custom_field (
        id integer primary key autoincrement,
        key text not null unique, label text,
        type text not null, choices text not null default '[]')`,
      `create table custom_value (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        field_id integer not null references custom_field(id),
        value text not null)`,
      `create unique index custom_value_pair on custom_value (client_id, field_id)`,
      `create index custom_value_field on custom_value (field_id)`,
      `create table operation (
        id integer primary key autoincrement,
        at text not null, command text not null,
        rows integer not null default 0,
        state text not null default 'done' check (state in ('done', 'undone')),
        undoes integer references operation(id),
        undone_by integer references operation(id))`,
      `create table change (
        id integer primary key autoincrement,
        operation_id integer not null references operation(id),
        table_name text not null,
        action text not null check (action in ('insert', 'update', 'delete')),
        first_id integer not null, last_id integer not null,
        client_id integer, body text)`,
      `create index change_operation on change (operation_id)`,
      `create index change_row on change (table_name, first_id)`,
      `create index change_client on change (client_id) where client_id is not null`,
      `create table day_entry (
        id integer primary key autoincrement,
        day text not null, number integer not null,
        entry text not null, client_id integer not null)`,
      `create unique index day_entry_number on day_entry (day, number)`,
      `create unique index day_entry_entry on day_entry (day, entry)`,
    ],
  },
  {
    version: 2,
    name: 'orders, standing, segments',
    statements: [
      // JSON array of `{name, quantity, sum_minor}`; null when the order was not taken apart.
      `alter table client_order add column items text`,
      `create index client_order_external on client_order (external_id, coalesce(external_system, '')) where external_id is not null`,
      `create table care (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        warmth text, warmth_until text, warmth_reason text,
        cadence_days integer,
        paused_until text, paused_reason text,
        set_at text not null)`,
      `create unique index care_client on care (client_id)`,
      `create table segment (
        id integer primary key autoincrement,
        name text not null check (name <> ''), name_key text not null, filter text not null,
        created_at text not null, updated_at text not null)`,
      `create unique index segment_key on segment (name_key)`,
      // Who was in a segment when it was looked at on a day: ids as a JSON array. Not the user's data, so not journalled.
      `create table segment_look (
        id integer primary key autoincrement,
        name_key text not null, day text not null, members text not null)`,
      `create unique index segment_look_day on segment_look (name_key, day)`,
      // Computed from the rows of the client, see domain/standing; a client without dealings has no row.
      `create table standing (
        client_id integer primary key ${client},
        contacts integer not null, contacts_in integer not null, contacts_out integer not null,
        answered integer not null, channels text not null, minutes integer not null,
        first_contact_at text, last_contact_at text, last_answer_at text,
        orders integer not null, promo_orders integer not null,
        spent_minor integer not null, cost_minor integer not null, unpaid_minor integer not null, foreign_sums text,
        first_order_on text, last_order_on text, gap_median real, gap_spread real,
        referrals integer not null, referred_minor integer not null,
        frequency text not null, hot_until text, warm_until text,
        due_from text, expected_on text, late_from text, lost_from text, sureness text,
        touch_on text, cadence_days integer, over_touched_until text, traits text not null,
        hand_warmth text, hand_until text, paused_until text,
        latest_on text)`,
      // Clients in use in the order of their ids, in which their standings stand too: a filter reads both side by side.
      `create index client_in_use on client (id, created_at) where archived_at is null`,
      // Whose dealings lie after a moment is asked before every look at the standings.
      `create index standing_last_contact on standing (last_contact_at)`,
      `create index standing_latest on standing (latest_on)`,
      // By which thresholds and rates the standings were computed; other ones mean computing anew.
      `create table standing_model (id integer primary key, fingerprint text not null)`,
    ],
  },
  {
    version: 3,
    name: 'one client once',
    statements: [
      // Of two clients that were looked at side by side: they are not the same, or this is to be decided later.
      `create table judgement (
        id integer primary key autoincrement,
        low_id integer not null ${client}, high_id integer not null ${client},
        verdict text not null check (verdict in ('distinct', 'later')),
        at text not null,
        check (low_id < high_id))`,
      `create unique index judgement_pair on judgement (low_id, high_id)`,
      `create index judgement_high on judgement (high_id)`,
      // Who went into whom: gone_id is a client that is no more, kept_id the one that has all of it.
      `create table merging (
        id integer primary key autoincrement,
        kept_id integer not null ${client},
        gone_id integer not null,
        kind text not null, name text not null, sort_key text not null,
        external_system text, external_id text,
        created_at text not null, kept_name text,
        at text not null, lane text, bits real, reasons text not null default '[]')`,
      `create unique index merging_gone on merging (gone_id)`,
      `create index merging_kept on merging (kept_id)`,
      `create index merging_name on merging (sort_key)`,
      `create index merging_external on merging (external_id) where external_id is not null`,
      // By its former name a client is found again too.
      `create index merging_kept_name on merging (kept_name) where kept_name is not null`,
      // A new client is looked up by what it is known by: its full birthday, its tax id.
      `drop index anniversary_day`,
      `create index anniversary_born on anniversary (month_day, year)`,
      `drop index custom_value_field`,
      `create index custom_value_sought on custom_value (field_id, substr(value, 1, 40))`,
      // What the last full search for duplicates learned of this base; computed, so not journalled.
      `create table matching_model (id integer primary key, made_at text not null, clients integer not null, model text not null)`,
    ],
  },
  {
    version: 4,
    name: 'the day',
    statements: [
      // How somebody is addressed, and by which country's calendar.
      `alter table client add column sex text`,
      `alter table client add column language text`,
      `alter table client add column closeness text`,
      `alter table client add column country text`,
      // A field of one's own that is called so would be hidden by the program's.
      `update custom_field set key = key || '_given' where key in ('sex', 'language', 'closeness', 'country')
        and not exists (select 1 from custom_field other where other.key = custom_field.key || '_given')`,
      // The present that somebody has in mind for the day.
      `alter table anniversary add column gift text`,
      // Why it was skipped.
      `alter table promise add column why text`,
      `alter table greeting add column why text`,
      // What was done about a reason to call or greet that is not written down anywhere else: `about` is the kind of reason,
      // `mark` tells this time from another. about 'call' with state 'snoozed' puts the whole client off.
      `create table attention (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        about text not null, mark text not null,
        state text not null check (state in ('done', 'skipped', 'snoozed')),
        snoozed_until text, why text, at text not null)`,
      `create unique index attention_once on attention (client_id, about, mark)`,
      `create index attention_snoozed on attention (snoozed_until) where snoozed_until is not null`,
      // Holidays that are kept, or are not, otherwise than by default; month_day and name of the user's own ones.
      `create table holiday (
        id integer primary key autoincrement,
        key text not null, active integer not null,
        filter text, name text, month_day text, remind_days integer)`,
      `create unique index holiday_key on holiday (key)`,
      // Since when a client waits for our answer; until when we let it rest; between which days there may be a reason to call.
      `alter table standing add column waits_since text`,
      `alter table standing add column rests_until text`,
      `alter table standing add column call_from text`,
      `alter table standing add column call_until text`,
      // Of thousands of clients who may be called the list of the day reads those that rank highest.
      `alter table standing add column call_weight integer`,
      `create index standing_call on standing (call_from, call_until, call_weight)`,
      `create index standing_first_order on standing (first_order_on)`,
      // VIPs are told of days before others are.
      `create index client_vip on client (id) where vip = 1 and archived_at is null`,
      `create index client_order_overdue on client_order (due_on) where due_on is not null and paid_minor < sum_minor`,
      `create index client_lead on client (created_at, id) where status = 'lead' and archived_at is null`,
    ],
  },
  {
    version: 5,
    name: 'nothing lost, nobody fooled',
    statements: [
      // How and on which day the answer in `consent` was got.
      `alter table client add column consent_origin text`,
      `alter table client add column consent_at text`,
      // What a client answered for one channel only; `consent` is the answer for all that have none of their own.
      `create table channel_consent (
        id integer primary key autoincrement,
        client_id integer not null ${client},
        channel text not null,
        answer text not null check (answer in ('yes', 'no')),
        origin text, at text not null)`,
      `create unique index channel_consent_once on channel_consent (client_id, channel)`,
      `create index channel_consent_refused on channel_consent (channel, client_id) where answer = 'no'`,
      // Of people who were erased: keyed hashes of what they were known by, nothing that can be read. Rows of one person share `person`.
      `create table tombstone (
        id integer primary key autoincrement,
        person integer not null, kind text not null, hash text not null, at text not null)`,
      `create index tombstone_hash on tombstone (hash)`,
      // Keys of this base, made when first needed.
      `create table secret (id integer primary key autoincrement, purpose text not null, value text not null)`,
      `create unique index secret_purpose on secret (purpose)`,
      // Who took what out. `details` is JSON of what may name people and is emptied when such a person is erased; `details_hash`
      // stays, salted, so the chain of hashes holds.
      `create table export_log (
        id integer primary key autoincrement,
        at text not null, who text not null,
        what text not null, format text not null,
        rows integer not null, fields text not null, encrypted integer not null,
        details text, salt text, details_hash text not null,
        previous text not null, hash text not null)`,
      // A field of one's own that is called so would be hidden by the program's.
      `update custom_field set key = key || '_given'
        where key in ('consent_origin', 'consent_at', 'consents', 'refuses', 'accepts')
        and not exists (select 1 from custom_field other where other.key = custom_field.key || '_given')`,
      // What was erased is not taken back: the erasure itself, and operations of which nothing else is left.
      `alter table operation add column erased integer not null default 0`,
    ],
  },
]
