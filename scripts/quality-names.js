// Names for made-up clients, written for the generator alone: the program's own dictionary must not be read here, nor this
// one there, or the quality that is measured would be that of a dictionary that knows every answer.

/** Russian | Ukrainian | Russian diminutives | Ukrainian diminutives, the frequent ones first. */
const MALE = `Александр|Олександр|Саша Саня Шура Сашка Алекс Санёк|Сашко Олесь Саня
Сергей|Сергій|Серёжа Серёга Серж|Сергійко Сірьожа
Андрей|Андрій|Андрюша Андрюха Дрюня|Андрійко Андрусь
Дмитрий|Дмитро|Дима Митя Димон Димка|Дмитрик Діма Митько
Алексей|Олексій|Лёша Алёша Лёха|Олекса Льоша Олексійко
Владимир|Володимир|Вова Володя Вовка Вован|Вовчик Володя Влодко
Иван|Іван|Ваня Ванька Ванечка|Івась Іванко Ваня
Николай|Микола|Коля Колян Николаша|Миколка Коля
Михаил|Михайло|Миша Мишка Мишаня|Михась Михайлик Міша
Максим|Максим|Макс Максимка|Макс Максимко
Виктор|Віктор|Витя Витёк|Вітя Вітько
Юрий|Юрій|Юра Юрик Юрка|Юрко Юра
Евгений|Євген|Женя Женька Жека|Женя Женько
Олег|Олег|Олежка Олежек|Олежик Олежко
Игорь|Ігор|Игорёк Игорёша|Ігорко Ігорьок
Роман|Роман|Рома Ромка Ромчик|Ромко Рома
Павел|Павло|Паша Павлик Пашка|Павлик Паша Павлусь
Анатолий|Анатолій|Толя Толик Толян|Толя Толик
Валерий|Валерій|Валера Валерка|Валера Валерко
Виталий|Віталій|Виталик Виталя|Віталик Віталя
Константин|Костянтин|Костя Костик|Костик Костя
Владислав|Владислав|Влад Владик|Влад Владик
Вячеслав|В'ячеслав|Слава Славик|Славко Славик
Станислав|Станіслав|Стас Стасик|Стас Стасик
Григорий|Григорій|Гриша Гриня|Гриць Грицько
Василий|Василь|Вася Васёк Васька|Василько Вася
Пётр|Петро|Петя Петька|Петрик Петрусь
Кирилл|Кирило|Кирюша Кир|Кирилко Кирюша
Денис|Денис|Дэн Дениска Деня|Дениско Деня
Антон|Антон|Антоха Антошка Тоша|Антось Антошка
Артём|Артем|Тёма Артёмка|Артемко Тьома
Илья|Ілля|Илюша Илюха|Ілько Іллюша
Никита|Микита|Никитка Ник|Микитка
Вадим|Вадим|Вадик Вадя|Вадик Вадимко
Борис|Борис|Боря Борька|Борисик Боря
Леонид|Леонід|Лёня Лёнчик|Льоня
Георгий|Георгій|Гоша Жора Гера|Жора Гоша
Руслан|Руслан|Русик Русланчик|Русик
Тимур|Тимур|Тима Тимурка|Тимурчик
Егор|Єгор|Егорка Гоша|Єгорка
Даниил|Данило|Даня Данька Данила|Данилко Даня
Богдан|Богдан|Богдаша Бодя|Богданко Бодя
Ярослав|Ярослав|Ярик Слава|Ярик Славко
Тарас|Тарас|Тарасик|Тарасик Тарасько
Степан|Степан|Стёпа Стёпка|Степанко Стьопа
Эдуард|Едуард|Эдик|Едик
Геннадий|Геннадій|Гена Генка|Гена
Аркадий|Аркадій|Аркаша|Аркаша
Матвей|Матвій|Мотя Матюша|Матвійко
Арсений|Арсеній|Сеня Арсюша|Сеня
Глеб|Гліб|Глебка|Глібко
Лев|Лев|Лёва Лёвушка|Левко
Фёдор|Федір|Федя Федька|Федько
Семён|Семен|Сёма Сеня|Сеня
Яков|Яків|Яша Яшка|Яша
Артур|Артур|Артурик|Артурчик
Назар|Назар|Назарка|Назарко
Святослав|Святослав|Свят Слава|Свят Славко
Ростислав|Ростислав|Ростик|Ростик
Тимофей|Тимофій|Тима Тимоша|Тимко
Всеволод|Всеволод|Сева|Сева
Остап|Остап|Остапка|Остапко
Захар|Захар|Захарка|Захарко
Мирон|Мирон|Мироша|Миронко
Марат|Марат|Маратик|Маратик
Родион|Родіон|Родя|Родя
Рустам|Рустам||
Любомир|Любомир|Любчик|Любко
Ильдар|Ільдар||
Никодим|Никодим||
Аристарх|Аристарх||
Елизар|Єлизар||
Ратмир|Ратмир||
Тигран|Тигран||
Радомир|Радомир||
Севастьян|Севастян|Сева|
Велимир|Велимир||`

const FEMALE = `Елена|Олена|Лена Леночка Ленка|Оленка Лєна Оленочка
Наталья|Наталія|Наташа Ната Наталка|Наталка Наталочка Ната
Ольга|Ольга|Оля Ольгуня Оленька|Оля Олюня
Ирина|Ірина|Ира Ириша Иришка|Іра Іринка Ірочка
Светлана|Світлана|Света Светик Светланка|Світланка Свєта
Татьяна|Тетяна|Таня Танюша Танечка|Таня Тетянка
Анна|Анна|Аня Анечка Анюта Нюра|Аня Ганнуся Ганна
Мария|Марія|Маша Маруся Машенька|Марійка Маруся
Екатерина|Катерина|Катя Катюша Катерина|Катруся Катя Катерина
Юлия|Юлія|Юля Юленька Юлька|Юля Юлечка
Анастасия|Анастасія|Настя Ася Настёна|Настя Настуся
Людмила|Людмила|Люда Мила Люся|Люда Людочка
Галина|Галина|Галя Галочка|Галя Галинка
Виктория|Вікторія|Вика Викуля Тори|Віка Вікуся
Валентина|Валентина|Валя Валюша|Валя Валюша
Марина|Марина|Маринка Мариша|Маринка Мариночка
Оксана|Оксана|Ксюша Оксанка|Ксеня Оксанка
Александра|Олександра|Саша Шура Аля|Леся Саша
Дарья|Дар'я|Даша Дашуля|Дарка Даша
Алина|Аліна|Аля Алинка|Алінка Аля
Надежда|Надія|Надя Надюша|Надя Надійка
Лариса|Лариса|Лара Лариска|Лара Лариска
Любовь|Любов|Люба Любаша|Люба Любка
Вера|Віра|Верочка Веруня|Вірочка Віруня
Евгения|Євгенія|Женя Женечка|Женя Євгенка
Ксения|Ксенія|Ксюша Ксюха|Ксеня Ксенька
Полина|Поліна|Поля Полинка|Поля Полінка
Нина|Ніна|Нинуля Нинка|Нінуся
Кристина|Христина|Крис Кристя|Христя Христинка
Вероника|Вероніка|Ника Верона|Ніка
София|Софія|Соня Софа|Соня Софійка
Алла|Алла|Аллочка Алка|Аллочка
Яна|Яна|Яночка Янка|Яночка
Диана|Діана|Дина Ди|Діанка
Инна|Інна|Инночка|Інночка
Жанна|Жанна|Жанночка|Жанночка
Тамара|Тамара|Тома Томочка|Тома
Лидия|Лідія|Лида Лидочка|Ліда
Маргарита|Маргарита|Рита Марго|Рита Марго
Елизавета|Єлизавета|Лиза Лизавета|Ліза Лізавета
Ангелина|Ангеліна|Геля Лина|Ліна
Антонина|Антоніна|Тоня Тося|Тоня
Зинаида|Зінаїда|Зина Зинуля|Зіна
Лилия|Лілія|Лиля Лилечка|Ліля
Карина|Каріна|Кари Каринка|Карінка
Раиса|Раїса|Рая Раечка|Рая
Варвара|Варвара|Варя Варенька|Варя Варка
Снежана|Сніжана|Снежка|Сніжанка
Мирослава|Мирослава|Мира Слава|Мирося Слава
Богдана|Богдана|Дана|Дана Богданка
Зоряна|Зоряна|Зоря|Зоря
Леся|Леся|Леська|Лесечка
Соломия|Соломія|Соля|Соля Соломійка
Милана|Мілана|Мила Миланка|Мілана
Василиса|Василиса|Вася Васёна|Васька
Злата|Злата|Златка|Златка
Эльвира|Ельвіра|Эля|Еля
Аделина|Аделіна|Ада|Ада
Гульнара|Гульнара|Гуля|
Есения|Єсенія||
Мирра|Мірра||
Лукерья|Лукерія|Луша|
Роксолана|Роксолана|Рокса|Роксоланка
Стефания|Стефанія|Стеша|Стефа
Тереза|Тереза||
Устина|Устина||`

const ENGLISH_MALE = `James Jim Jimmy Jamie|John Johnny Jack|Robert Bob Rob Bobby|Michael Mike Mick Mikey|William Bill Will Billy|David Dave Davey|Richard Rick Dick Richie|Joseph Joe Joey|Thomas Tom Tommy|Charles Charlie Chuck|Christopher Chris Topher|Daniel Dan Danny|Matthew Matt Matty|Anthony Tony|Mark|Donald Don Donnie|Steven Steve|Paul|Andrew Andy Drew|Joshua Josh|Kenneth Ken Kenny|Kevin Kev|Brian|George Georgie|Timothy Tim Timmy|Ronald Ron Ronnie|Edward Ed Eddie Ted|Jason Jay|Jeffrey Jeff|Ryan|Jacob Jake|Gary|Nicholas Nick Nicky|Eric Rick|Jonathan Jon Jonny|Stephen Steve|Larry|Justin|Scott Scotty|Brandon|Benjamin Ben Benny|Samuel Sam Sammy|Gregory Greg Gregg|Alexander Alex Xander|Patrick Pat Paddy|Frank Frankie|Raymond Ray|Walter Walt Wally|Peter Pete|Harold Harry Hal|Leonard Len Lenny|Lawrence Larry|Albert Al Bert|Arthur Art Artie|Russell Russ|Vincent Vince Vinny|Stanley Stan|Zebulon Zeb|Lysander|Peregrine Perry|Thaddeus Thad|Evander|Caspian`
const ENGLISH_FEMALE = `Mary Molly Mae|Patricia Pat Patty Tricia|Jennifer Jen Jenny|Linda Lindy|Elizabeth Liz Beth Betty Eliza|Barbara Barb Babs|Susan Sue Susie|Jessica Jess Jessie|Sarah Sally Sadie|Karen|Lisa|Nancy Nan|Margaret Maggie Peggy Meg|Sandra Sandy|Ashley Ash|Kimberly Kim Kimmy|Emily Em Emmy|Donna|Michelle Shelly Micky|Carol|Amanda Mandy|Melissa Mel Missy|Deborah Deb Debbie|Stephanie Steph|Rebecca Becky Becca|Sharon Shari|Laura Laurie|Cynthia Cindy|Dorothy Dot Dottie|Amy|Kathleen Kathy|Angela Angie|Shirley|Brenda|Pamela Pam|Emma|Anna Annie|Samantha Sam|Katherine Kate Kathy Katie|Christine Chris Tina|Virginia Ginny|Rachel Rach|Carolyn|Janet Jan|Maria|Heather|Diane Di|Ruth Ruthie|Julie Jules|Olivia Liv Livvy|Joyce|Victoria Vicky Tori|Evelyn Evie|Gloria|Teresa Terry Tess|Theodora Thea Dora|Rosalind Roz|Ottoline|Saskia|Persephone Percy|Isolde|Marigold Goldie`

const pairOf = (sex) => (line) => {
  const [ru, uk, ruShort, ukShort] = line.split('|')
  return { sex, ru, uk, short: { ru: words(ruShort), uk: words(ukShort) } }
}
const words = (text) => (text ? text.split(' ') : [])
const englishOf = (sex) => (entry) => {
  const [en, ...short] = entry.split(' ')
  return { sex, en, short: { en: short } }
}

/** Given names by people and sex; of a Slavic one both written forms and the diminutives of each. */
export const GIVEN = {
  slavic: { m: MALE.split('\n').map(pairOf('m')), f: FEMALE.split('\n').map(pairOf('f')) },
  en: { m: ENGLISH_MALE.split('|').map(englishOf('m')), f: ENGLISH_FEMALE.split('|').map(englishOf('f')) },
}

/** Frequent surnames, men's forms, the most frequent first. */
export const SURNAMES = {
  ru: words(
    'Кузнецов Петров Соколов Иванов Новиков Морозов Лебедев Васильев Смирнов Попов Козлов Волков Голубев Беляев Степанов Виноградов Тарасов Некрасов Марков Дмитриев Кудрявцев Рябов Гусев Третьяков Романов Цветков Зайцев Орлов Кузьмин Макаров Коновалов Большаков Горбунов Богданов Дроздов Троицкий Медведев Мясников Ефремов Дорофеев Григорьев Семёнов Михайлов Суханов Павлов Захаров Рыбаков Киселёв Фёдоров Алексеев Абрамов Лукин Жданов Орехов Молчанов Крюков Фролов Мишин Лапин Игнатьев Назаров Соболев Стрелков Буров Горбачёв Мартынов Кириллов Соловьёв Воробьёв Сергеев Королёв Герасимов Пономарёв Борисов Яковлев Поляков Комаров Осипов Громов Ситников Капустин Трофимов Щукин Филатов Сорокин Быков Шестаков Воронов Лазарев Чернов Белов Устинов Ершов Зимин Гордеев Субботин Маслов Чайковский Воскресенский Введенский Толстой Долгих Черных Крутой Белых',
  ),
  uk: words(
    "Бондаренко Коваленко Бойко Мельник Шевченко Ткаченко Бондар Коваль Шевчук Петренко Кравченко Юрченко Лисенко Карпенко Кузьменко Павлюк Кравчук Василенко Литвиненко Ковальчук Олійник Головко Науменко Черненко Нестеренко Козлюк Павленко Мазур Остапенко Костюк Клименко Данилюк Єременко Гриценко Яковенко Фесенко Приходько Руденко Свириденко Ткачук Марченко Герасименко Мороз Гончар Харченко Ляшенко Москаленко Тищенко Кондратюк Пономаренко Захарченко Лук'яненко Романенко Ковтун Костенко Дяченко Колесник Приймак Сосновський Забара Борисенко Шпак Кучер Щербак Хмара Іваненко Семенюк Кондратенко Рябоконь Плахотнюк Левченко Довженко Бурлака Залізняк Сидоренко Гаврилюк Вишневський Поліщук Зінченко Білоус Кобзар Панченко Савченко Степаненко Романюк Савчук Левицький Лозинський Чорновіл Дорошенко Мартинюк Гнатюк Цимбалюк Козак Слободянюк Міщенко Вовк Заєць Швець Кравець Ґудзь Ґалаґан Дем'яненко Прокоп'юк Соловей Стельмах Бабій",
  ),
  en: words(
    'Smith Johnson Williams Brown Jones Garcia Miller Davis Martinez Gonzalez Wilson Anderson Taylor Thomas Jackson White Harris Martin Thompson Moore Allen Young Walker King Wright Scott Green Baker Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Torres Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Peterson Cooper Reed Bailey Bell Gomez Kelly Howard Ward Cox Diaz Richardson Wood Watson Brooks Bennett Gray James Reyes Cruz Hughes Price Myers Long Foster Sanders Ross Morales Powell Sullivan Russell Ortiz Jenkins Gutierrez Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Kim Wallace Cole West Hunter Pierce Grant Lawson Sinclair McDonald McKenzie O’Brien O’Neill Lowe Hicks Crawford Chapman Holland Weaver',
  ),
}

/** Beginnings, middles and endings of surnames that nobody has; the endings by language, weighted. */
export const SYLLABLES = {
  ru: {
    onset: words(
      'б бл бр в вл вр г гл гр д др ж з зв к кл кр л м мл н п пл пр р с ск сл см сн ст стр т тр ф фл х хл хр ц ч ш шк щ',
    ),
    vowel: words('а е и о у а е и о у ы я ю'),
    coda: words('б в г д ж з к л м н п р с т ч ш рт лк нд мп ст рг нк'),
    ending: [
      [22, 'ов'],
      [16, 'ев'],
      [20, 'ин'],
      [12, 'ков'],
      [8, 'кин'],
      [6, 'ников'],
      [5, 'ушкин'],
      [5, 'ский'],
      [3, 'цев'],
      [3, 'ских'],
    ],
  },
  uk: {
    onset: words('б бл бр в вл г гл гр д др ж з к кл кр л м н п пл пр р с ск сл см ст т тр ф х хл ч ш шк щ'),
    vowel: words('а е и і о у а е и о у ю я'),
    coda: words('б в г д ж з к л м н п р с т ч ш рт лк нд мп рг нк'),
    ending: [
      [34, 'енко'],
      [14, 'чук'],
      [14, 'юк'],
      [8, 'ський'],
      [6, 'ишин'],
      [6, 'ець'],
      [6, 'ак'],
      [4, 'ун'],
      [4, 'ко'],
      [4, 'ів'],
    ],
  },
  en: {
    onset: words('b br c ch cl cr d dr f fl fr g gl gr h j k kn l m n p pl pr r s sc sh sl st str t th tr w wh'),
    vowel: words('a e i o u ai ea oo'),
    coda: words('b d g l m n nd ng nt p r rt rd sh st t x ll ck'),
    ending: [
      [18, 'field'],
      [16, 'wood'],
      [14, 'ham'],
      [12, 'ton'],
      [12, 'worth'],
      [10, 'man'],
      [8, 'ford'],
      [8, 'well'],
      [6, 'by'],
      [6, 'er'],
      [4, 'son'],
    ],
  },
}
