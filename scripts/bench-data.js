// Files and bases for the bench, made from a seed, so that every run measures the same.
import { closeSync, openSync, writeSync } from 'node:fs'
import sqlite3 from 'sqlite3'

/** mulberry32: small, seeded, good enough for fixtures. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const FAMILY =
  'Иванов Петров Сидоров Кузнецов Смирнов Ёлкин Шевченко Ковальчук Бондаренко Ґалаґан Мельник Ткаченко Новиков Морозов Волков Лебедев Козлов Степанов Орлов Макаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Фролов Крылов'.split(
    ' ',
  )
const SYLLABLES = 'бар вел гор дан жук зим кал лес мор неж пол рос сад тур фил хар цар чар шум щед'.split(' ')
const GIVEN = 'Иван Пётр Сергей Андрей Олег Тарас Микола Дмитрий Алексей Максим Павел Юрий Богдан Роман Виктор'.split(
  ' ',
)
const PATRONYMIC = 'Иванович Петрович Сергеевич Андреевич Олегович Дмитриевич Алексеевич Николаевич Павлович'.split(' ')
const CITY = 'Киев Москва Харьков Львов Одесса Казань Самара Днепр Полтава Тверь'.split(' ')
const SOURCE = 'сайт знакомые реклама выставка партнёр'.split(' ')

export function writeRows(file, rows) {
  const next = random(42)
  const of = (list) => list[Math.floor(next() * list.length)]
  const digits = (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0')
  const handle = openSync(file, 'w')
  let text =
    'Фамилия,Имя,Отчество,Мобильный телефон,Email,Город,Компания,Должность,День рождения,Источник,Теги,Примечание\r\n'
  for (let index = 0; index < rows; index += 1) {
    const family =
      next() < 0.5
        ? of(FAMILY)
        : `${of(SYLLABLES)}${of(SYLLABLES)}${of(SYLLABLES)}ов`.replace(/^./, (letter) => letter.toUpperCase())
    const phone =
      next() < 0.5
        ? `8 (9${digits(2)}) ${digits(3)}-${digits(2)}-${digits(2)}`
        : `+380 ${of(['50', '67', '93'])} ${digits(3)}-${digits(2)}-${digits(2)}`
    const day = `${String(1 + Math.floor(next() * 28)).padStart(2, '0')}.${String(1 + Math.floor(next() * 12)).padStart(2, '0')}.${1950 + Math.floor(next() * 50)}`
    const company = next() < 0.3 ? `"ООО ""${of(SYLLABLES)}${Math.floor(next() * 5000)}"""` : ''
    text += `${family},${of(GIVEN)},${of(PATRONYMIC)},${phone},user${index}@example.com,${of(CITY)},${company},${next() < 0.3 ? 'директор' : ''},${next() < 0.3 ? day : ''},${of(SOURCE)},${next() < 0.1 ? 'vip' : ''},"Заметка ${index}, важная"\r\n`
    if (text.length > 1_000_000) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}

/** Orders of the clients that `writeRows` makes, by their mail: date, sum, what and stage. */
export function writeOrders(file, orders, clients) {
  const next = random(7)
  const handle = openSync(file, 'w')
  let text = 'Клиент;Дата;Сумма;Товар;Статус;Номер\r\n'
  for (let index = 0; index < orders; index += 1) {
    const day = new Date(Date.UTC(2026, 10, 20) - Math.floor(next() * 1500) * 86_400_000).toISOString().slice(0, 10)
    const [year, month, date] = day.split('-')
    const sum = `${100 + Math.floor(next() * 50_000)},${String(Math.floor(next() * 100)).padStart(2, '0')}`
    text += `user${Math.floor(next() * clients)}@example.com;${date}.${month}.${year};${sum};${WHAT[Math.floor(next() * WHAT.length)]};выполнен;З-${index}\r\n`
    if (text.length > 1_000_000) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}

const WHAT = 'логотип визитки сайт поддержка буклет упаковка'.split(' ')

/** Ten contacts and three orders a client, written past the program; the next command computes the standings anew. */
export async function fillHistory(file, clients, now) {
  const db = await new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(handle)))
  })
  await new Promise((resolve, reject) =>
    db.exec(
      `begin;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < ${clients * 10 - 1})
       insert into contact (client_id, at, channel, direction, result, text)
       select 1 + (i * 7919) % ${clients}, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-20', '-' || (i * 31 % 1500000) || ' minutes'),
         case i % 3 when 0 then 'call' when 1 then 'email' else 'message' end, case i % 2 when 0 then 'in' else 'out' end,
         case i % 7 when 0 then 'no-answer' when 1 then 'agreed' else 'reached' end, 'разговор ' || i from n;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < ${clients * 3 - 1})
       insert into client_order (client_id, date, sum_minor, currency, what, stage, promo, paid_minor, created_at)
       select 1 + (i * 104729 % ${clients} + i * i % 977) % ${clients}, date('2026-11-20', '-' || (i * 37 % 1500) || ' days'), 10000 + i * 7919 % 5000000,
         'RUB', case i % 4 when 0 then 'логотип' when 1 then 'сайт' else 'поддержка' end, case i % 11 when 0 then 'отменён' end, i % 5 = 0, 0, '${now}' from n;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < 199)
       insert into promise (client_id, kind, due, shown_on, text, state, created_at)
       select 1 + i * 17, case i % 3 when 0 then 'task' else 'call' end, date('2026-11-22', (i % 40 - 5) || ' days'), date('2026-11-22', (i % 40 - 5) || ' days'), 'обещание ' || i, 'open', '${now}' from n;
       delete from standing_model;
       commit;`,
      (error) => (error ? reject(error) : resolve()),
    ),
  )
  await new Promise((resolve) => db.close(resolve))
}
