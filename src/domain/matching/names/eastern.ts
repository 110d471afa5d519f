/**
 * Names of the Caucasus, Central Asia, the Volga and the Near East, with those of Poland, Germany and the Balkans that the other lists
 * lack; written from general knowledge. One name a line or between semicolons: full forms, a colon, short forms.
 */
export const EASTERN_MEN = `
Абай; Аббас Abbas; Абдула Абдулла Абдуллах Abdullah Abdulla Абдулло : Абдул
Абдурахман Абдрахман Абдурагим Abdurrahman Абдурахмон; Абдулазиз Abdulaziz; Абулфаз Абульфаз; Автандил Avtandil : Авто
Агасий Агаси; Адиль Адил Adil; Адылбек; Азамат Azamat : Азик Аза; Азат Azat; Азиз Aziz; Айбек Aibek
Айдар Aidar : Айдарчик; Айдын Aydin; Айнур; Айрат Airat; Акбар Akbar; Акмаль Акмал; Алан; Алибек Алиби; Али Ali Алі
Алимжан Алим Alim; Алихан Alikhan; Алишер Alisher; Алмаз Almaz; Алпамыс; Амангельды; Амин Amin; Амир Амір Amir Эмир Emir
Амиран; Анар Anar; Анвар Анвер Anvar Anwar; Анзор Anzor; Ара; Арам Aram : Арамик; Араик Arayik; Аргиш
Арман Armand Armen Армен Арманд Armando Армандо : Армик Армо Армэн; Армаис; Арсен Arsen : Арсенчик
Арслан Аслан Aslan Arslan Асланбек; Артак Artak; Артавазд; Арутюн Harutyun Арут : Артуш; Асхат Асхад Askhat; Асад Assad
Аскар Askar Аскер; Ахмед Ахмат Ахмад Ahmed Ahmad Akhmed Ahmet Akhmad Ахмет; Ашот Ashot : Ашотик; Ашур; Багдасар; Багир
Байрам Bayram; Бахтияр Bakhtiyar Бахтиёр Bakhtiyor : Баха Бахтик; Бахром Баходир Бахадыр Bakhodir : Баха; Бекзат Бекжан
Берик Берік; Бесик Besik; Бехруз Бехзод Behzod; Болат Булат Bulat Bolat; Бауыржан Бауржан Baurzhan Bauyrzhan; Вагиф
Вардан Vardan : Вардик; Важа; Ваган Ваагн Vahagn Vahan Ваан; Вахтанг Vakhtang : Вахо; Вахид; Вильдан; Вугар Vugar; Газиз
Гайк Айк Hayk; Галимжан; Гамлет Hamlet; Гарегин; Гарик Garik; Гаяз; Гела; Гиви; Гоча; Грант Hrant; Григор Grigor : Гриша
Гурген Gurgen; Гусейн Хусейн Husein Huseyn Хусаин Hussein Hussain Гусен Hüseyin; Давлат Давлет; Давут
Дамир Damir : Дамик; Данияр Daniyar Даниёр : Даник Данька; Дастан; Даулет; Джабраил Джебраил; Джалал Джалол; Джамал
Джамбул Жамбул; Джамшид Жамшид Jamshid; Джафар Джаффар; Дилшод Дильшод Dilshod : Дилик; Динар; Динмухамед; Дурсун
Ёркин Эркин Erkin; Ержан Yerzhan; Ерлан Yerlan Erlan; Ерболат Ербол Yerbol; Ернар Ернур; Заза Zaza; Закир Закиржан
Замир Zamir; Заур Zaur Заурбек : Заурик; Зафар Zafar; Звиад Zviad; Зелимхан; Зураб Zurab : Зурик; Зуфар
Ибрагим Ибрахим Ibrahim Ibragim Ибрагім Ибрагимхан : Ибра; Идрис Idris; Икрам; Ильгам Ильхам Ilham Ilkham
Ильгиз Ильгиза; Ильдар Ildar : Ильдарчик Дарик; Ильдус Ильдус; Ильнар Ильнур Ilnur Ilnar; Ильсур; Ильфат; Ильшат
Ильяс Илияс Ilyas; Имам; Имран Imran; Инал; Ираклий Irakli Іраклій : Ика; Ирек; Искандер Iskander Искандар; Ислам Islam
Исмаил Ісмаїл Ismail Исмоил; Исмат; Иса Isa; Кадыр Qadir; Казбек Kazbek; Кайрат Kairat Qairat
Камал Kamal Кемаль Камол Камал Kemal Камалдин; Камиль Камил Kamil; Камран Kamran; Камбар; Канат Kanat
Карим Karim Kareem; Каха Кахабер; Коба; Комил; Константинэ; Кудрат; Курбан Gurban; Лаша; Леван Levan : Лева
Левон Levon : Лёва; Мавлуд
Магомед Мухаммед Мохаммед Мухаммад Mohammed Muhammad Mohammad Mohamed Магомет Muhammed Mahomed Магамед Мухамед Mehmet Мехмет Mohamad Мамед Мамад Mamed : Мага Мага Миша Магомедик Moe Мухтарик
Малик Malik; Мамука; Манас; Мансур Mansur; Манвел; Мартирос; Махмуд Mahmud Mahmoud Махмут; Мейрам; Мераб; Мехди Mehdi
Мирза Mirza; Мовсес; Мурад Murad Мурат Murat : Мурадик Мурик; Мурза; Муса Musa; Муслим Muslim; Мустафа Mustafa
Мухтар Mukhtar; Нариман Nariman; Нарек Narek; Наиль Наил Nail; Назим; Намик; Насим; Насреддин Насыр; Низами Низам
Нодар Nodar; Нодир Надир Nadir; Нурали; Нурбек; Нурислам; Нурлан Nurlan : Нурик; Нурсултан Nursultan : Нурик
Олжас Olzhas; Омид; Орхан Orhan Orkhan; Отар Otar : Отарик; Отабек; Оганес Оганнес Hovhannes Ованес : Оган; Паруйр
Пируз; Рагим Рахим Rahim; Рамазан Ramazan Рамадан Рамзан : Рома; Рамиз Ramiz; Рамиль Рамил Ramil; Расим; Расул Rasul
Ратмир; Рауф Rauf; Рафаэл Рафик Rafik Рафаель Рафаил; Рафис Рафиз; Рашад Рашид Rashad Rashid Рашит
Реваз Реваз Revaz : Резо; Резо; Ренат Ринат Rinat Renat : Ренатик; Риза; Рифат Рифкат; Ришат; Роберт; Роин; Рубен
Рузиль Рузил; Рустам Рустем Rustam Rustem : Рустик Русик; Руфат Rufat; Сабир Sabir Сабит; Садык Sadiq
Саид Саїд Said Сайд Сеид; Саламат; Салават; Салим Salim; Салман Salman; Самвел Samvel : Самик Само; Самир Samir
Самат Samat; Санжар Санджар Sanzhar Sanjar; Санат; Сардор Sardor Сардар; Саркис Sarkis Sargis Саргис; Сафар
Сеймур Seymur; Сейран Сейрана; Серик Серік Serik; Серж; Серго; Сос; Сосо; Султан Sultan
Сулейман Suleyman Сулайман Suleiman; Сухроб Сохраб; Таймураз Теймураз Taymuraz; Таир Тахир Tahir Тохир Takhir
Талгат Talgat; Тариэл Тариель; Таймур; Тельман; Тигран Tigran : Тико Тигранчик Тиграша
Тимерлан Темирлан Тамерлан Tamerlan : Тима; Толеген; Тофик; Тохтар; Туран; Турал Tural; Тенгиз Tengiz; Улугбек Ulugbek
Умид Umid; Урал; Усман Османн Осман Osman Usman Усмон; Фазиль Фазил; Фаиг; Фаиль; Фанис; Фарид Фарит Farid; Фарук
Фархад Фарход Farhad Farkhad; Фахраддин; Фикрет; Фирдавс; Фируз; Фуад; Хабиб Habib; Хаджи Гаджи; Хаким Hakim
Халид Khalid; Халил; Хамза; Хамид Hamid; Хасан Гасан Hasan Hassan Хассан Асан; Хачатур Khachatur : Хачик; Хачик; Хвича
Чингиз Чингис Chingiz; Шавкат Шевкет Shavkat; Шалва; Шамиль Шамил Shamil : Шамилька; Шахин; Шарип Шариф; Шерзод Sherzod
Шота Shota; Эдик; Эдвин; Эдем; Элгуджа; Эльбрус; Эльвин; Эльман Эльмар; Эльмир; Эльнур; Эльхан; Эльчин Elchin
Энвер Enver; Эрванд Ерванд; Эрнст; Эскендер; Юнус Yunus; Юсуф Юсиф Юсуп Yusuf; Яшар Yashar
Богуслав Bogusław Boguslaw : Богусь; Войцех Wojciech : Wojtek; Гжегож; Доброслав; Збигнев Збігнєв Zbigniew : Zbyszek
Лех Lech Лешек Leszek; Рышард; Тадеуш; Ярек; Яцек Jacek Яцко Яцик Hyacinth; Йиржи Jiri Jiří; Зденек Zdenek; Вук Vuk
Горан Goran; Зоран Zoran; Небойша; Немања Неманя Nemanja; Предраг Predrag; Слободан Slobodan; Чедомир; Бернд
Вольфганг Wolfgang Вольф Wolf : Wolfi; Гюнтер Гюнтер Günter Gunther Gunter Günther Guenter Guenther Гюнтер Гунтер
Дитмар Dietmar; Дитер Dieter; Карстен Carsten Karsten Karstens; Торстен Thorsten Torsten; Кай; Ларс Lars; Матс Mats
Йенс Jens Йенс; Юрген Jürgen Jurgen Juergen Jörg Joerg Йорг Jorg; Свен Sven Swen; Уве Uwe
Гельмут Хельмут Helmut Hellmut Helmuth; Гюнтер; Гарольд; Херман; Штефан; Ульрих Ulrich Ульріх : Uli Ulli
Фолькер Volker Фолкер; Эгон Egon; Эберхард Eberhard; Эккехард Eckhard Eckart; Юпп; Зигфрид Siegfried Зігфрід
Рейнер Rainer Reiner Райнер; Рене Rene; Хорст Horst; Хайко Heiko Гейко; Мартен Marten; Олаф Olaf Olav; Ян Jan; Петерсон
Инго Ingo; Бьёрн Björn Bjorn Bjoern; Антс; Янис Janis Jānis; Витаутас Vytautas; Гинтарас; Томас; Арвид Arvid; Кристап
Айвар Aivars; Валдис
`
export const EASTERN_WOMEN = `
Авин; Адиля; Азалия Азалія Azalia; Азиза Aziza; Айгерим Aigerim; Айгуль Aigul Айгюль : Айка; Айдана; Айжан Aizhan; Айла
Айнур Айнура Ainur; Айсель Aysel; Айсылу; Айше Айша Aisha Айшат Aysha Аиша; Акбота; Акмарал
Алия Алия Алія Aliya Алие Алья : Аля Лия; Алмагуль; Алтынай; Альмира Альмера Almira; Альфия Альфіяа Alfiya : Аля Фия
Амина Аміна Amina Эмина; Анаит Анаида Anahit : Аня; Анара; Аниса; Арпине; Ару Аружан; Асель Асель Asel Assel
Асия Асія Asiya; Асмик Hasmik; Астхик; Аяна; Багдагуль; Балжан; Бахыт Бахытгуль; Ботагоз : Бота; Венера
Гаянэ Гаяне Gayane : Гая; Гульмира Gulmira : Гуля Мира; Гульнара Гюльнара Gulnara Гульнар Gulnar : Гуля Нара
Гульназ Gulnaz : Гуля; Гульнур Гулнур; Гульсум; Гульчачак; Гульшат : Гуля; Гузель Guzel : Гуля; Гюзель
Гюльчехра Гулчехра; Дамира; Динара Дінара Dinara Dinar : Дина; Диляра Dilara Диляра Дилара : Диля
Дильноза Дилноза Dilnoza : Диля; Дильшат; Дилором; Дильбар; Жанар Жанара; Жазира; Жамиля Джамиля Jamila Джамила; Жанель
Заира; Залина Zalina; Замира; Зарема Zarema; Зарета; Заринэ Зара; Зейнаб Зайнаб Zeynab Зейнеп; Земфира Zemfira : Фира
Зоряна; Зубайда; Зульфия Зульфія Zulfiya : Зуля; Зухра Zuhra; Ильмира; Ильгиза; Индира Indira : Инда
Карине Каринэ Karine; Кето; Лала Lala; Ламара; Латифа; Лейла Лейля Leyla Leila Лайла Ляйля : Леля; Лейсан Ляйсан Leysan
Лилит Lilit; Луиза; Лусине Lusine; Лия; Мавлюда; Мадина Madina : Мадинка Мада; Малика Malika; Манана; Маржана
Мариам Марьям Мариям Maryam Mariam; Мафтуна; Мээрим Мерием; Мехрибан Mehriban; Милада; Мунира; Наира
Наргиза Наргиз Nargiza Наргис : Нара; Нарине Нара Narine; Нателла Natella : Ната; Нигора Нигяр Nigar; Нино Nino
Нилуфар Нилюфар Nilufar Ниля; Нуне; Нурия; Нуржан; Озода; Патимат Фатима Fatima Фатіма Фатма Патима Fatma Fatimah : Фая
Перизат; Раиля; Рамиля; Рано; Рената; Ружена; Рузанна; Румия; Руфия; Рушания; Саадат; Сабира; Сабрина; Салтанат
Самира Samira; Сания; Сара; Саодат; Севда; Севара Sevara; Севиль Севіль Sevil; Севинч; Селима; Селин; Сирануш; Софико
Стелла; Сусанна; Тамта; Татевик; Умида; Фаина; Фарида Фаріда Farida : Фая; Фериде; Фируза; Хадиджа Khadija Хадижат
Халида; Шахноза Шахназ Shahnoza; Шоира; Шушан; Эка; Элеонора; Эльмаз; Эльнара; Эльза; Эмине; Этери; Юлдуз; Ясемин
Бригида; Дагмара Дагмар Dagmar; Елка; Зузанна Zuzanna Zuzana; Катажина; Лучана Luciana; Малгожата; Мирела; Роксалана
Сара; Тереса; Эва; Мартина Martina; Анке Anke Анка; Антье Antje; Биргит; Гудрун Gudrun; Ирмгард; Кармен; Керстин Kerstin
Зильке Silke; Сильке; Уте Ute; Утэ; Урзула; Хайке Heike; Хельга; Ютта Jutta Юта; Моника; Марлис Marlies; Бритта Britta
Бербель Bärbel Barbel Baerbel; Зигрид Sigrid; Ингеборг; Рут; Эльке Elke; Эльфрида Elfriede; Хедвиг; Агнета; Карита; Айно
`
