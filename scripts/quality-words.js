// Places, streets, firms and remarks of made-up clients.
const words = (text) => text.split(' ')
const lines = (text) => text.split('|')

/** Cities by country, the frequent ones first: the name, then other ways of writing it, `_` for a space. */
const CITIES = {
  ru: `Москва Moscow Moskva г._Москва Мск москва
Санкт-Петербург СПб С-Петербург Saint_Petersburg Питер г._Санкт-Петербург Sankt-Peterburg
Уфа Ufa г._Уфа
Новосибирск Novosibirsk Нск г._Новосибирск
Екатеринбург Yekaterinburg Екб Ekaterinburg
Нижний_Новгород Н.Новгород Nizhny_Novgorod Н._Новгород
Красноярск Krasnoyarsk г.Красноярск
Челябинск Chelyabinsk Cheliabinsk
Омск Omsk г._Омск
Воронеж Voronezh воронеж
Пермь Perm г._Пермь
Волгоград Volgograd
Самара Samara г._Самара
Ростов-на-Дону Ростов Rostov-on-Don Ростов_на_Дону
Саратов Saratov
Тюмень Tyumen
Владивосток Vladivostok Влад-к
Краснодар Krasnodar
Казань Kazan г._Казань
Сочи Sochi
Иркутск Irkutsk
Тула Tula
Калуга Kaluga
Ярославль Yaroslavl`,
  uk: `Київ Киев Kyiv Kiev м._Київ г._Киев
Харків Харьков Kharkiv Kharkov м._Харків
Одеса Одесса Odesa Odessa м._Одеса
Дніпро Днепр Днепропетровск Dnipro Дніпропетровськ
Львів Львов Lviv Lvov м._Львів
Запоріжжя Запорожье Zaporizhzhia
Кривий_Ріг Кривой_Рог Kryvyi_Rih
Миколаїв Николаев Mykolaiv
Вінниця Винница Vinnytsia
Рівне Ровно Rivne
Житомир Zhytomyr
Херсон Kherson
Полтава Poltava
Чернігів Чернигов Chernihiv
Івано-Франківськ Ивано-Франковск Ivano-Frankivsk
Черкаси Черкассы Cherkasy
Суми Сумы Sumy
Луцьк Луцк Lutsk
Ужгород Uzhhorod
Тернопіль Тернополь Ternopil`,
  us: `New_York NYC New_York_City New_York,_NY
Los_Angeles LA L.A. Los_Angeles,_CA
Houston Houston,_TX houston
Chicago Chicago,_IL
San_Francisco SF San_Francisco,_CA
Austin Austin,_TX
Boston Boston,_MA
Seattle Seattle,_WA
Denver Denver,_CO`,
  gb: `London Greater_London london London,_UK
Birmingham Birmingham,_UK
Manchester Manchester,_UK
Leeds leeds Leeds,_UK
Edinburgh Edinburgh,_UK
Bristol Bristol,_UK`,
}
const cityOf = (line) => {
  const [name, ...others] = line.split(' ').map((each) => each.replaceAll('_', ' '))
  return { name, others }
}

export const PLACES = {
  ru: {
    cities: CITIES.ru.split('\n').map(cityOf),
    streets: words(
      'Советская Ленина Центральная Октябрьская Мира Лесная Садовая Школьная Молодёжная Новая Железнодорожная Гагарина Кирова Пушкина Гоголя Чехова Зелёная Берёзовая Луговая Речная Заречная Набережная Победы Строителей Космонавтов Комсомольская Первомайская Дачная Степная Северная Южная Солнечная Сиреневая Профсоюзная Калинина Фрунзе Куйбышева Чапаева Дзержинского Маяковского Лермонтова Толстого Горького Вавилова Тверская Арбат Юбилейная Рабочая',
    ),
  },
  uk: {
    cities: CITIES.uk.split('\n').map(cityOf),
    streets: lines(
      'Шевченка|Франка|Лесі Українки|Хмельницького|Грушевського|Мазепи|Сагайдачного|Січових Стрільців|Соборна|Центральна|Незалежності|Перемоги|Миру|Садова|Лісова|Польова|Набережна|Молодіжна|Шкільна|Зелена|Калинова|Вишнева|Козацька|Чорновола|Бандери|Стуса|Сковороди|Гоголя|Володимирська|Хрещатик|Городоцька|Дерибасівська|Сумська|Харківська|Коцюбинського|Героїв Майдану',
    ),
  },
  us: { cities: CITIES.us.split('\n').map(cityOf) },
  gb: { cities: CITIES.gb.split('\n').map(cityOf) },
}
const ENGLISH_STREETS = words(
  'Oak Elm Maple Cedar Pine Walnut Willow Chestnut Church Station High Park Victoria Queen King Mill River Lake Spring Ridge Highland Sunset Franklin Jefferson Lincoln Washington Broadway School Green North South New Manor',
)
PLACES.us.streets = ENGLISH_STREETS
PLACES.gb.streets = ENGLISH_STREETS

export const NOTES = lines(
  'перезвонить|звонить после 18:00|постоянный клиент|от Марины|call back|VIP|оптовик|інстаграм|скидка 5%|регулярний|рекомендація',
)

/** What firms are called: first words, second words, and cut beginnings that are glued to a whole word. */
export const FIRMS = {
  ru: {
    first: words(
      'Комфорт Восход Альфа Орион Вектор Гарант Престиж Партнёр Меридиан Спектр Феникс Атлант Олимп Эталон Фаворит Импульс Горизонт Лидер Ромашка Прогресс Эксперт Технологии Мебель Металл Электро Медиа Авто Агро Торг Снаб Пром Транс Инвест Консалт Логистика Сфера Эко Мега Профи Дом Сервис Стройка Аквамарин Кедр Рубеж Сокол Маяк',
    ),
    second: words(
      'Строй Сервис Трейд Центр Плюс Групп Маркет Лайн Тех Про Юг Север Восток Запад Дом Комплект М Инвест',
    ),
    cut: words('Торг Альф Прог Сфер Восх Экс Мета Лиде Фени Транс Олим Прес Парт Комф Экспо Фаво Орио Проф Стро Дим'),
    tail: words(
      'партнёр сервис консалт снаб логистика гарант спектр пром альфа атлант эко эталон инвест горизонт металл',
    ),
  },
  uk: {
    first: words(
      'Світанок Оріон Альфа Вектор Гарант Престиж Партнер Меридіан Спектр Фенікс Олімп Експерт Лідер Ромашка Прогрес Технології Меблі Метал Електро Медіа Авто Агро Торг Транс Інвест Логістика Еко Профі Дизайн Обрій Альянс Україна Комфорт Сервіс Мрія Явір Калина',
    ),
    second: words('Буд Сервіс Трейд Центр Плюс Груп Маркет Лайн Тех Про Південь Північ Схід Захід Дім'),
    cut: words('Торг Альф Прог Прес Укр Атла Елекс Коло Диз Дім Пласт Меді Авто Комф'),
    tail: words('партнер сервіс технології комфорт агро світанок гарант меблі імпульс спектр пром електро'),
  },
  en: {
    first: words(
      'Valley Falcon Pioneer Alpha Delta Omega Nova Golden Silver Crown Royal Eagle Phoenix Vector Summit Atlas Atlantic Pacific Acme Bright Blue Green Metro Urban Quantum Sigma Northern Coastal River Mountain Global Premier Beacon Harbour Cobalt Juniper',
    ),
    second: words(
      'Consulting Media Systems Properties Partners Labs Trading Design Services Solutions Logistics Foods Motors Holdings Energy Group Supplies',
    ),
  },
}

/** Legal forms with what else people write for them; weights first. */
export const LEGAL = {
  ru: [
    [85, ['ООО', ['ооо', 'О.О.О.', 'OOO', 'Общество с ограниченной ответственностью', 'Ооо']]],
    [15, ['АО', ['ао', 'А.О.', 'Акционерное общество', 'ЗАО']]],
  ],
  uk: [
    [76, ['ТОВ', ['тов', 'ТзОВ', 'Товариство з обмеженою відповідальністю', 'ООО', 'Тов']]],
    [24, ['ПП', ['пп', 'Приватне підприємство', 'ЧП']]],
  ],
  en: [
    [45, ['Ltd', ['Limited', 'LTD', 'Ltd.', 'ltd']]],
    [35, ['LLC', ['L.L.C.', 'llc', 'Llc']]],
    [20, ['Inc', ['Inc.', 'Incorporated', 'INC']]],
  ],
}
export const TRADERS = {
  ru: ['ИП', ['ип', 'Индивидуальный предприниматель', 'Ип', 'И.П.']],
  uk: ['ФОП', ['фоп', 'Фізична особа-підприємець', 'ФЛП', 'СПД']],
}

export const MAIL = {
  ru: lines(
    'mail.ru|gmail.com|yandex.ru|mail.ru|gmail.com|yandex.ru|rambler.ru|icloud.com|inbox.ru|ya.ru|list.ru|bk.ru',
  ),
  uk: lines('gmail.com|gmail.com|ukr.net|gmail.com|ukr.net|i.ua|meta.ua|yahoo.com|icloud.com|outlook.com'),
  en: lines('gmail.com|gmail.com|yahoo.com|outlook.com|hotmail.com|gmail.com|aol.com|icloud.com'),
}
/** Domains as hurried fingers write them. */
export const MISTYPED_MAIL = {
  'gmail.com': lines('gmial.com|gmail.ru|gmal.com|gmail.con'),
  'mail.ru': lines('mail.ry|mal.ru|maill.ru'),
  'yandex.ru': lines('yndex.ru|yandex.ry|yandex.com'),
  'hotmail.com': lines('hotmial.com|hotmal.com'),
  'outlook.com': lines('outlok.com|outlook.con'),
  'ukr.net': lines('ukr.ner|urk.net'),
}
export const NO_PHONE = lines('0000000000|8 999 999-99-99|+7 000 000-00-00|123456|нет|-')
export const NO_MAIL = lines('нет|-|1@1.ru|no@mail.ru|none|noemail@example.com')
