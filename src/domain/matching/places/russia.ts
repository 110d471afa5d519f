/**
 * Cities of Russia, Belarus, Kazakhstan and their neighbours: the Russian name, then English and others, short and former names.
 * Spellings that fold alike («Казань», "Kazan'") need not be listed.
 */
export const RUSSIA = `
Москва=Moscow=Moskva=Мск=MSK=Moskau=Moscou=ДС=Моsква; Санкт-Петербург=Saint Petersburg=St Petersburg=Sankt-Peterburg=СПб=SPb=Питер=
Петербург=С-Петербург=С Петербург=Ленинград=Leningrad=Петроград=Piter=St Peterburg=С-Пб=Saint-Petersburg=С.-Петербург=Peterburg
Новосибирск=Novosibirsk=Нск=Новосиб=Novosib=НСК; Екатеринбург=Yekaterinburg=Ekaterinburg=Екб=Ekb=Свердловск=Ебург=Sverdlovsk
Казань=Kazan; Нижний Новгород=Nizhny Novgorod=Nizhniy Novgorod=Nizhni Novgorod=НН=Н.Новгород=Н Новгород=Нижний=Горький=Gorky=NN=Nizhnii Novgorod
Челябинск=Chelyabinsk=Челяба=Chelabinsk; Самара=Samara=Куйбышев=Samara Russia; Омск=Omsk; Ростов-на-Дону=Rostov-on-Don=Rostov-na-Donu=Ростов=
Rostov=Ростов н/Д=РнД=Rostov on Don; Уфа=Ufa; Красноярск=Krasnoyarsk=Крск; Воронеж=Voronezh=Vrn; Пермь=Perm=Молотов; Волгоград=Volgograd=
Сталинград=Царицын=Stalingrad; Краснодар=Krasnodar=Крд=Екатеринодар; Саратов=Saratov; Тюмень=Tyumen=Tumen; Тольятти=Tolyatti=Togliatti=Тлт=Ставрополь-на-Волге
Ижевск=Izhevsk=Устинов; Барнаул=Barnaul; Ульяновск=Ulyanovsk=Симбирск; Иркутск=Irkutsk; Хабаровск=Khabarovsk=Хаба; Ярославль=Yaroslavl=Jaroslavl
Владивосток=Vladivostok=Влад-к=Владик; Махачкала=Makhachkala; Томск=Tomsk; Оренбург=Orenburg=Чкалов; Кемерово=Kemerovo
Новокузнецк=Novokuznetsk=Сталинск; Рязань=Ryazan; Астрахань=Astrakhan; Набережные Челны=Naberezhnye Chelny=Наб.Челны=Наб Челны=Челны=Брежнев
Пенза=Penza; Липецк=Lipetsk; Киров=Kirov=Вятка=Vyatka; Чебоксары=Cheboksary; Калининград=Kaliningrad=Кёнигсберг=Koenigsberg=Königsberg=Кениг
Тула=Tula; Курск=Kursk; Ставрополь=Stavropol; Улан-Удэ=Ulan-Ude; Сочи=Sochi; Тверь=Tver=Калинин; Магнитогорск=Magnitogorsk=Магнитка
Иваново=Ivanovo; Брянск=Bryansk; Белгород=Belgorod; Сургут=Surgut; Владимир=Vladimir; Чита=Chita; Архангельск=Arkhangelsk=Archangel
Нижний Тагил=Nizhny Tagil=Nizhniy Tagil=Н.Тагил=Н Тагил; Калуга=Kaluga; Якутск=Yakutsk; Грозный=Grozny=Groznyy; Волжский=Volzhsky=Volzhskiy
Смоленск=Smolensk; Саранск=Saransk; Череповец=Cherepovets; Курган=Kurgan; Орёл=Oryol=Orel=Орел; Вологда=Vologda; Владикавказ=Vladikavkaz=Орджоникидзе
Подольск=Podolsk; Мурманск=Murmansk; Тамбов=Tambov; Петрозаводск=Petrozavodsk; Стерлитамак=Sterlitamak; Нижневартовск=Nizhnevartovsk
Кострома=Kostroma; Новороссийск=Novorossiysk=Новоросс; Йошкар-Ола=Yoshkar-Ola=Ёшкар-Ола; Химки=Khimki; Таганрог=Taganrog
Комсомольск-на-Амуре=Komsomolsk-on-Amur=Komsomolsk-na-Amure; Сыктывкар=Syktyvkar; Нальчик=Nalchik; Нижнекамск=Nizhnekamsk; Шахты=Shakhty
Дзержинск=Dzerzhinsk; Орск=Orsk; Братск=Bratsk; Благовещенск=Blagoveshchensk; Энгельс=Engels; Ангарск=Angarsk
Великий Новгород=Veliky Novgorod=Velikiy Novgorod=Новгород=Novgorod=В.Новгород=В Новгород; Старый Оскол=Stary Oskol=Staryy Oskol; Королёв=Korolyov=Королев=Korolev
Балашиха=Balashikha; Мытищи=Mytishchi; Люберцы=Lyubertsy; Псков=Pskov; Бийск=Biysk; Южно-Сахалинск=Yuzhno-Sakhalinsk; Армавир=Armavir
Рыбинск=Rybinsk=Андропов; Прокопьевск=Prokopyevsk; Норильск=Norilsk; Петропавловск-Камчатский=Petropavlovsk-Kamchatsky=Петропавловск-Камч
Красногорск=Krasnogorsk; Сызрань=Syzran; Каменск-Уральский=Kamensk-Uralsky; Новочеркасск=Novocherkassk; Волгодонск=Volgodonsk
Златоуст=Zlatoust; Электросталь=Elektrostal; Альметьевск=Almetyevsk; Салават=Salavat; Миасс=Miass; Абакан=Abakan; Находка=Nakhodka
Керчь Россия=Kerch Russia; Копейск=Kopeysk; Пятигорск=Pyatigorsk; Коломна=Kolomna; Рубцовск=Rubtsovsk; Одинцово=Odintsovo; Березники=Berezniki
Хасавюрт=Khasavyurt; Майкоп=Maykop=Maikop; Ковров=Kovrov; Кисловодск=Kislovodsk; Нефтекамск=Neftekamsk; Нефтеюганск=Nefteyugansk
Новочебоксарск=Novocheboksarsk; Серпухов=Serpukhov; Щёлково=Shchyolkovo=Щелково=Shchelkovo; Домодедово=Domodedovo; Новомосковск=Novomoskovsk
Первоуральск=Pervouralsk; Батайск=Bataysk; Орехово-Зуево=Orekhovo-Zuyevo; Дербент=Derbent; Черкесск=Cherkessk; Каспийск=Kaspiysk; Назрань=Nazran
Невинномысск=Nevinnomyssk; Раменское=Ramenskoye; Димитровград=Dimitrovgrad; Новый Уренгой=Novy Urengoy=Novyy Urengoy=НУР; Ессентуки=Yessentuki=Essentuki
Обнинск=Obninsk; Октябрьский=Oktyabrsky; Долгопрудный=Dolgoprudny; Ногинск=Noginsk; Пушкино=Pushkino; Ноябрьск=Noyabrsk; Ханты-Мансийск=Khanty-Mansiysk
Жуковский=Zhukovsky; Евпатория Крым=Evpatoria Crimea; Реутов=Reutov; Артём=Artyom=Артем; Элиста=Elista; Магадан=Magadan; Анапа=Anapa; Геленджик=Gelendzhik
Зеленоград=Zelenograd; Северодвинск=Severodvinsk; Северск=Seversk; Сергиев Посад=Sergiyev Posad=Загорск; Клин=Klin; Дубна=Dubna; Гатчина=Gatchina; Выборг=Vyborg
Минск=Мінск=Мінськ=Minsk=Менск; Гомель=Гомель=Homel=Gomel; Могилёв=Магілёў=Mogilev=Mahilyow=Могилев; Витебск=Віцебск=Vitebsk=Viciebsk=Vitsebsk
Гродно=Гродна=Grodno=Hrodna; Брест=Брэст=Brest=Брест-Литовск; Бобруйск=Бабруйск=Bobruisk=Babruysk; Барановичи=Баранавічы=Baranovichi; Борисов=Барысаў=Borisov
Пинск=Пінск=Pinsk; Орша=Orsha; Мозырь=Mozyr; Солигорск=Soligorsk; Новополоцк=Novopolotsk; Лида=Lida; Полоцк=Polotsk
Алматы=Almaty=Алма-Ата=Alma-Ata=Верный=Алмата; Астана=Astana=Нур-Султан=Nur-Sultan=Нурсултан=Целиноград=Акмола=Акмолинск; Шымкент=Shymkent=Чимкент=Chimkent
Караганда=Karaganda=Қарағанды=Qaragandy; Актобе=Aktobe=Актюбинск=Ақтөбе; Тараз=Taraz=Джамбул; Павлодар=Pavlodar; Усть-Каменогорск=Oskemen=Өскемен=Ust-Kamenogorsk
Семей=Semey=Семипалатинск=Semipalatinsk; Атырау=Atyrau=Гурьев; Костанай=Kostanay=Кустанай=Қостанай; Кызылорда=Kyzylorda; Уральск=Oral=Uralsk=Орал; Петропавловск=Petropavl
Актау=Aktau; Темиртау=Temirtau; Туркестан=Turkistan; Кокшетау=Kokshetau; Экибастуз=Ekibastuz
Ташкент=Tashkent=Toshkent; Самарканд=Samarkand=Samarqand; Бишкек=Bishkek=Фрунзе; Душанбе=Dushanbe; Ашхабад=Ashgabat=Ашгабат; Баку=Baku=Bakı
Ереван=Yerevan=Єреван; Тбилиси=Tbilisi=Тбілісі=Тифлис; Батуми=Batumi=Батумі; Кишинёв=Chisinau=Кишинев=Chișinău=Кишинів; Тирасполь=Tiraspol; Бельцы=Balti
`
