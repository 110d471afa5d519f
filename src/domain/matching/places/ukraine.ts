/**
 * Cities of Ukraine: the Ukrainian name, then Russian and English ones and former names. Spellings that fold alike need not be listed.
 * Source: the laws and orders by which cities were named and renamed; Resolution 55 of the Cabinet of Ministers of 27.01.2010 on romanisation.
 */
export const UKRAINE = `
Київ=Киев=Kyiv=Kiev=Kijow=Kiew=Киiв; Харків=Харьков=Kharkiv=Kharkov=Charkow=Harkov=Harkiv; Одеса=Одесса=Odesa=Odessa
Дніпро=Днепр=Dnipro=Дніпропетровськ=Днепропетровск=Dnipropetrovsk=Dnepropetrovsk=Dnepr=Катеринослав=Днепро=Січеслав
Львів=Львов=Lviv=Lvov=Lwow=Lemberg=Lwów; Запоріжжя=Запорожье=Zaporizhzhia=Zaporizhzhya=Zaporozhye=Zaporizhia=Zaporozhie=Запоріжя
Кривий Ріг=Кривой Рог=Kryvyi Rih=Krivoy Rog=Krivoi Rog=Kryvyi Rig=Kryvyy Rih; Миколаїв=Николаев=Mykolaiv=Nikolaev=Nikolayev=Mykolayiv
Вінниця=Винница=Vinnytsia=Vinnitsa=Vinnytsya=Vinnica; Херсон=Kherson; Полтава=Poltava; Чернігів=Чернигов=Chernihiv=Chernigov
Черкаси=Черкассы=Cherkasy=Cherkassy; Житомир=Zhytomyr=Zhitomir; Суми=Сумы=Sumy; Хмельницький=Хмельницкий=Khmelnytskyi=Khmelnitsky=
Проскурів=Khmelnytskyy=Khmelnitskiy; Чернівці=Черновцы=Chernivtsi=Chernovtsy=Czernowitz=Чернівцi; Рівне=Ровно=Rivne=Rovno
Івано-Франківськ=Ивано-Франковск=Ivano-Frankivsk=Ivano-Frankovsk=Ів.-Франківськ=ІФ=Франик=Франківськ=Станіслав; Луцьк=Луцк=Lutsk
Тернопіль=Тернополь=Ternopil=Ternopol; Ужгород=Uzhhorod=Uzhgorod; Кропивницький=Кропивницкий=Kropyvnytskyi=Кіровоград=Кировоград=
Kirovograd=Kirovohrad=Єлисаветград=Елисаветград; Луганськ=Луганск=Luhansk=Lugansk=Ворошиловград; Донецьк=Донецк=Donetsk=Сталіно
Маріуполь=Мариуполь=Mariupol=Жданов; Севастополь=Sevastopol; Сімферополь=Симферополь=Simferopol; Ялта=Yalta; Керч=Керчь=Kerch
Євпаторія=Евпатория=Yevpatoria=Evpatoria; Феодосія=Феодосия=Feodosia; Кременчук=Кременчуг=Kremenchuk=Kremenchug
Біла Церква=Белая Церковь=Bila Tserkva=Belaya Tserkov; Мелітополь=Мелитополь=Melitopol; Бердянськ=Бердянск=Berdiansk=Berdyansk
Нікополь=Никополь=Nikopol; Краматорськ=Краматорск=Kramatorsk; Слов'янськ=Славянск=Sloviansk=Slavyansk=Словянськ
Горлівка=Горловка=Horlivka=Gorlovka; Макіївка=Макеевка=Makiivka=Makeevka=Makeyevka; Алчевськ=Алчевск=Alchevsk=Комунарськ=Коммунарск
Сєвєродонецьк=Северодонецк=Severodonetsk=Sievierodonetsk=Сіверськодонецьк; Лисичанськ=Лисичанск=Lysychansk=Lisichansk
Кам'янське=Каменское=Kamianske=Kamenskoe=Дніпродзержинськ=Днепродзержинск=Dniprodzerzhynsk=Dneprodzerzhinsk=Кам’янське
Кам'янець-Подільський=Каменец-Подольский=Kamianets-Podilskyi=Kamenets-Podolsky; Павлоград=Pavlohrad=Pavlograd
Бровари=Бровары=Brovary; Бориспіль=Борисполь=Boryspil=Borispol; Ірпінь=Ирпень=Irpin; Буча=Bucha; Вишневе=Вишнёвое=Vyshneve
Вишгород=Вышгород=Vyshhorod=Vyshgorod; Обухів=Обухов=Obukhiv; Фастів=Фастов=Fastiv; Васильків=Васильков=Vasylkiv
Умань=Uman; Сміла=Смела=Smila; Конотоп=Konotop; Шостка=Shostka; Охтирка=Ахтырка=Okhtyrka; Ромни=Ромны=Romny
Ніжин=Нежин=Nizhyn=Nezhin; Прилуки=Pryluky; Миргород=Myrhorod=Mirgorod; Лубни=Лубны=Lubny; Горішні Плавні=Горишние Плавни=
Horishni Plavni=Комсомольськ на Дніпрі; Бердичів=Бердичев=Berdychiv=Berdichev; Коростень=Korosten; Новоград-Волинський=Звягель=
Новоград-Волынский=Novohrad-Volynskyi=Zviahel; Ковель=Kovel; Володимир=Володимир-Волинський=Владимир-Волынский=Volodymyr-Volynskyi
Дубно=Dubno; Вараш=Varash=Кузнецовськ=Кузнецовск; Дрогобич=Дрогобыч=Drohobych; Стрий=Стрый=Stryi=Stryy; Трускавець=Трускавец=Truskavets
Червоноград=Шептицький=Chervonohrad=Sheptytskyi; Борислав=Boryslav; Самбір=Самбор=Sambir; Калуш=Kalush
Коломия=Коломыя=Kolomyia; Яремче=Yaremche; Мукачево=Мукачеве=Mukachevo=Mukacheve; Хуст=Khust; Берегове=Берегово=Berehove
Чортків=Чортков=Chortkiv; Кременець=Кременец=Kremenets; Жмеринка=Zhmerynka; Шепетівка=Шепетовка=Shepetivka
Славута=Slavuta; Нетішин=Нетешин=Netishyn; Ізмаїл=Измаил=Izmail; Чорноморськ=Черноморск=Chornomorsk=Іллічівськ=Ильичёвск=
Illichivsk=Ильичевск; Южне=Южный=Pivdenne=Південне=Yuzhne; Білгород-Дністровський=Белгород-Днестровский=Bilhorod-Dnistrovskyi
Подільськ=Котовськ=Котовск=Podilsk; Первомайськ=Первомайск=Pervomaisk; Вознесенськ=Вознесенск=Voznesensk
Южноукраїнськ=Южноукраинск=Yuzhnoukrainsk=Південноукраїнськ; Нова Каховка=Новая Каховка=Nova Kakhovka=Novaya Kakhovka
Енергодар=Энергодар=Enerhodar=Energodar; Токмак=Tokmak; Олександрія=Александрия=Oleksandriia=Светловодськ
Світловодськ=Светловодск=Svitlovodsk; Знам'янка=Знаменка=Znamianka; Новомосковськ Дніпропетровська=Самар=Samar
Жовті Води=Жёлтые Воды=Zhovti Vody; Марганець=Марганец=Marhanets; Покров=Орджонікідзе; Синельникове=Синельниково=Synelnykove
Покровськ=Покровск=Pokrovsk=Красноармійськ=Красноармейск; Бахмут=Bakhmut=Артемівськ=Артёмовск=Артемовск
Костянтинівка=Константиновка=Kostiantynivka; Дружківка=Дружковка=Druzhkivka; Єнакієве=Енакиево=Yenakiieve
Чугуїв=Чугуев=Chuhuiv; Лозова=Лозовая=Lozova; Ізюм=Изюм=Izium=Izyum; Мерефа=Merefa; Куп'янськ=Купянск=Kupiansk
Переяслав=Переяслав-Хмельницький=Переяслав-Хмельницкий=Pereiaslav; Славутич=Slavutych; Канів=Канев=Kaniv; Золотоноша=Zolotonosha
`
