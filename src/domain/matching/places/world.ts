/** Cities of the rest of the world in English, Russian and Ukrainian, with their own and short names. */
export const WORLD = `
London=Лондон=Greater London=Londres=London England=LDN=City of London=Central London; New York=New York City=NYC=NY=Нью-Йорк=Нью Йорк=New York NY=Manhattan=N.Y.
Los Angeles=LA=L.A.=Лос-Анджелес=Los-Angeles; Chicago=Чикаго=Chi-town; Houston=Хьюстон=Г'юстон; Phoenix=Финикс=Фінікс; Philadelphia=Филадельфия=Філадельфія=Philly
San Antonio=Сан-Антонио=Сан-Антоніо; San Diego=Сан-Диего=Сан-Дієго; Dallas=Даллас; San Jose=Сан-Хосе; Austin=Остин=Остін; Jacksonville=Джексонвилл
Fort Worth=Форт-Уэрт; Columbus=Колумбус; Charlotte=Шарлотт; San Francisco=SF=S.F.=Сан-Франциско=San Fran=Frisco; Indianapolis=Индианаполис=Індіанаполіс
Seattle=Сиэтл=Сіетл; Denver=Денвер; Washington=Вашингтон=Washington DC=Washington D.C.=DC=D.C.; Boston=Бостон; Nashville=Нэшвилл=Нешвілл; Detroit=Детройт
Oklahoma City=Оклахома-Сити; Portland=Портленд; Las Vegas=Лас-Вегас=Vegas; Memphis=Мемфис; Louisville=Луисвилл; Baltimore=Балтимор; Milwaukee=Милуоки=Мілуокі
Albuquerque=Альбукерке; Tucson=Тусон; Fresno=Фресно; Sacramento=Сакраменто; Kansas City=Канзас-Сити; Atlanta=Атланта; Omaha=Омаха; Miami=Майами=Маямі
Raleigh=Роли; Oakland=Окленд Калифорния; Minneapolis=Миннеаполис=Міннеаполіс; Tampa=Тампа; New Orleans=Новый Орлеан=Новий Орлеан; Cleveland=Кливленд=Клівленд
Honolulu=Гонолулу; Orlando=Орландо; Pittsburgh=Питтсбург=Піттсбург; Cincinnati=Цинциннати; Salt Lake City=Солт-Лейк-Сити=SLC; Brooklyn=Бруклин=Бруклін; St Louis=Saint Louis=Сент-Луис
Toronto=Торонто; Montreal=Монреаль=Montréal; Vancouver=Ванкувер; Ottawa=Оттава; Calgary=Калгари=Калгарі; Edmonton=Эдмонтон=Едмонтон; Winnipeg=Виннипег=Вінніпег; Quebec=Квебек=Québec
Birmingham=Бирмингем=Бірмінгем; Manchester=Манчестер; Leeds=Лидс=Лідс; Liverpool=Ливерпуль=Ліверпуль; Bristol=Бристоль; Sheffield=Шеффилд=Шеффілд; Edinburgh=Эдинбург=Единбург
Glasgow=Глазго; Leicester=Лестер; Coventry=Ковентри; Nottingham=Ноттингем; Newcastle=Newcastle upon Tyne=Newcastle-upon-Tyne=Ньюкасл; Brighton=Брайтон=Brighton and Hove; Cardiff=Кардифф=Кардіфф
Belfast=Белфаст; Oxford=Оксфорд; Cambridge=Кембридж; Southampton=Саутгемптон; Portsmouth=Портсмут; Plymouth=Плимут; York=Йорк; Bath=Бат; Reading=Рединг; Aberdeen=Абердин
Hull=Kingston upon Hull; Stoke=Stoke-on-Trent=Stoke on Trent; Derby=Дерби; Wolverhampton; Exeter; Norwich; Swansea; Milton Keynes; Dublin=Дублин=Дублін; Cork=Корк; Galway
Sydney=Сидней=Сідней; Melbourne=Мельбурн; Brisbane=Брисбен; Perth=Перт; Adelaide=Аделаида=Аделаїда; Canberra=Канберра; Auckland=Окленд; Wellington=Веллингтон
Berlin=Берлин=Берлін; Hamburg=Гамбург; Munich=München=Muenchen=Мюнхен=Munchen; Cologne=Köln=Koeln=Кёльн=Кельн=Koln; Frankfurt=Frankfurt am Main=Франкфурт=Франкфурт-на-Майне=Frankfurt/Main
Stuttgart=Штутгарт; Düsseldorf=Dusseldorf=Duesseldorf=Дюссельдорф; Leipzig=Лейпциг; Dresden=Дрезден; Nuremberg=Nürnberg=Nuernberg=Нюрнберг=Nurnberg; Hanover=Hannover=Ганновер; Bremen=Бремен
Dortmund=Дортмунд; Essen=Эссен=Ессен; Bonn=Бонн; Vienna=Wien=Вена=Відень; Salzburg=Зальцбург; Graz=Грац; Zurich=Zürich=Цюрих=Zuerich=Цюріх; Geneva=Genève=Женева=Genf; Basel=Базель; Bern=Берн
Warsaw=Warszawa=Варшава; Krakow=Kraków=Cracow=Краков=Краків; Wroclaw=Wrocław=Вроцлав; Gdansk=Gdańsk=Гданьск=Гданськ; Poznan=Poznań=Познань; Lodz=Łódź=Лодзь; Lublin=Люблин=Люблін; Katowice=Катовице
Rzeszow=Rzeszów=Жешув; Szczecin=Щецин; Prague=Praha=Прага; Brno=Брно; Ostrava=Острава; Bratislava=Братислава; Kosice=Košice=Кошице; Budapest=Будапешт; Bucharest=București=Бухарест; Sofia=Sofiya=София=Софія
Varna=Варна; Burgas=Бургас; Belgrade=Beograd=Белград=Белґрад; Novi Sad=Нови-Сад; Zagreb=Загреб; Ljubljana=Любляна; Riga=Rīga=Рига; Vilnius=Вильнюс=Вільнюс=Wilno; Kaunas=Каунас; Klaipeda=Клайпеда
Tallinn=Таллин=Таллін=Таллинн; Tartu=Тарту; Narva=Нарва; Daugavpils=Даугавпилс; Jurmala=Jūrmala=Юрмала; Helsinki=Хельсинки=Гельсінкі; Stockholm=Стокгольм; Oslo=Осло; Copenhagen=København=Kobenhavn=Копенгаген
Amsterdam=Амстердам; Rotterdam=Роттердам; The Hague=Den Haag=Гаага=Hague; Brussels=Bruxelles=Brussel=Брюссель; Antwerp=Antwerpen=Антверпен; Luxembourg=Люксембург; Paris=Париж; Lyon=Лион=Ліон; Marseille=Марсель
Nice=Ницца=Ніцца; Toulouse=Тулуза; Bordeaux=Бордо; Monaco=Монако; Madrid=Мадрид; Barcelona=Барселона; Valencia=Валенсия=Валенсія; Seville=Sevilla=Севилья; Malaga=Málaga=Малага; Alicante=Аликанте
Lisbon=Lisboa=Лиссабон=Лісабон; Porto=Порту=Порто; Rome=Roma=Рим; Milan=Milano=Милан=Мілан; Naples=Napoli=Неаполь; Turin=Torino=Турин; Florence=Firenze=Флоренция=Флоренція; Venice=Venezia=Венеция=Венеція
Athens=Athina=Афины=Афіни; Thessaloniki=Салоники=Салоніки; Limassol=Lemesos=Лимассол=Лімасол; Larnaca=Ларнака; Nicosia=Никосия=Нікосія; Paphos=Pafos=Пафос; Istanbul=Стамбул=İstanbul; Ankara=Анкара
Antalya=Анталья=Анталія=Анталия; Izmir=Измир; Tel Aviv=Tel-Aviv=Тель-Авив=Тель-Авів=Tel Aviv-Yafo; Jerusalem=Иерусалим=Єрусалим; Haifa=Хайфа; Netanya=Нетания; Ashdod=Ашдод; Dubai=Дубай=Дубаи; Abu Dhabi=Абу-Даби
Cairo=Каир=Каїр; Cape Town=Кейптаун; Johannesburg=Йоханнесбург; Delhi=New Delhi=Дели=Нью-Дели=Делі; Mumbai=Bombay=Мумбаи; Bangkok=Бангкок; Phuket=Пхукет; Singapore=Сингапур=Сінгапур; Hong Kong=HK=Гонконг
Beijing=Peking=Пекин=Пекін; Shanghai=Шанхай; Tokyo=Токио=Токіо; Seoul=Сеул; Bali=Бали=Балі; Kuala Lumpur=Куала-Лумпур; Mexico City=Мехико=Мехіко; Sao Paulo=São Paulo=Сан-Паулу; Buenos Aires=Буэнос-Айрес
`
