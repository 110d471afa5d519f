/**
 * Russian and Ukrainian names of men, with their spellings in other languages; written from general knowledge for this program.
 * One name a line or between semicolons: full forms, a colon, short forms. Diminutives made by the usual endings from a short form need no entry.
 */
export const MEN = `
Александр Олександр Аляксандр Alexander Alexandr Aleksander Alexandre Alessandro Alejandro Aleksandar Oleksandr : Саша Саня Шура Шурик Сашко Санёк Сашок Алекс Alex Alec Alik Алик Лесь Олесь Sascha Sandro Сандро Sandy Lex Xander Olex Oleks Олекс
Алексей Олексій Олекса Аляксей Alexey Aleksey Alexei Alexis Oleksiy Alexej : Лёша Алёша Лёха Леха Лёня Лёшка Олексійко Олесь Льоша Льоха Лекс Alex Alyosha Алекс Alexi
Алексий : Лёша; Анатолий Анатолій Anatole Anatol : Толя Толик Толян Толяша Натолій Toly
Андрей Андрій Андрэй Andrew Andreas Andre Andrea Andrzej Andres Andrei Ondrej Andriy Эндрю Андреас : Андрюша Дрюня Андрюха Андрійко Дюша Andy Drew Дрон Андрюсик Андрик
Антон Антоній Антоний Anthony Antony Antonio Anton Antoine Antoni : Тоша Тоха Антоша Антоха Антошка Tony Тоник Антосик Toni Ant
Аркадий Аркадій : Аркаша Кеша Арик Адик; Арсений Арсеній Арсен Arsenius : Сеня Арсюша Арся Сенька
Артём Артем Артемий Артемій Артём Artem Artemy : Тёма Артёмка Тёмыч Тьома Темка Артюша Artie
Артур Arthur Artur Arturo : Артик Арчи Art Artie Турик Arty; Аскольд
Афанасий Опанас Афанасій Панас : Афоня Панаско Фоня
Богдан Bohdan Bogdan : Богдася Даня Бодя Богданчик Дана Бодик Bo Богданко
Борис Boris Borys : Боря Борька Боб Борюсик Борюня; Бронислав Броніслав Bronislaw : Броня Слава
Вадим Vadim Vadym : Вадик Вадя Димка Вадюша Вадимка
Валентин Valentin Valentine Valentino : Валя Валик Валёк Val Валько Валентинка Tino
Валерий Валерій Valery Valeriy Valerio : Валера Валерка Валерик Валерчик Валерьян Val
Валериан Валеріан Валерьян Valerian; Варфоломей Бартоломей Bartholomew Варфоломій : Bart
Василий Василь Васілій Vasily Basil Vasil Wasyl : Вася Васёк Васька Васяня Василько Васько Базилио Васян Vasya
Вениамин Веніамін Веньямин Benjamin Беньямин Binyamin : Веня Венька Ben Benny Benji
Виктор Віктор Victor Viktor Vittorio Wiktor : Витя Витёк Вітя Вітько Витюша Vic Vik Vick Витька Віталька
Виталий Віталій Vitaly Vitalik Vitali : Виталик Виталя Талик Виталька Віталік Vit
Владимир Володимир Вольдемар Уладзімір Vladimir Wladimir Volodymyr Waldemar Włodzimierz : Вова Вовка Володя Володька Вовчик Вован Влад Вовочка Вовик Ладо Vova Vlad Волоха Вовко Димон Wlodek Влодко Володик
Владислав Уладзіслаў Vladislav Wladyslaw Vladyslav Ladislav Володислав : Влад Владик Слава Славик Владя Vlad Владос Vladik
Владлен Владілен Владилен : Влад Владик; Влас Власий Улас Vlas; Всеволод Vsevolod : Сева Севка Волик Севик
Вячеслав В'ячеслав Vyacheslav Viacheslav Vaclav Wenceslas Вацлав Вечеслав Waclaw Viachaslau : Слава Славик Вячик Славко Славка Slava Slavik
Гавриил Гаврила Гаврило Гавриїл Gabriel Габриэль Габріель Gavriil : Гаврик Гаврюша Ганя Gabe Ганя Gab
Геннадий Геннадій Gennady Gennadi Genadi : Гена Генка Гендос Геша Геня Геник Гендальф Gena
Генрих Генріх Heinrich Henry Henri Genrikh Enrico Enrique Henryk Hendrik Анри Генри : Гена Hank Harry Hal Гарик Генрик Heinz Heiner
Георгий Георгій George Georg Georges Giorgio Georgios Jorge Георг Джордж Giorgi Гиорги Георгіос Jerzy Ежи Jurgen Jörg : Гоша Жора Гога Гера Георгик Жорик Егорка Гоги Georgie Zhora Goga Гия Жоржик Жорж
Егор Єгор Egor Yegor Yehor Iehor : Егорка Гоша Егорик Гора Єгорка Жора
Юрий Юрій Yuri Yury Iurii Yuriy Juri Jurij Юрко : Юра Юрка Юрасик Юрась Юрец Юрочка Юрчик Yura Жора Юрок
Герасим Harasym : Гера Герасько; Герман Herman Hermann Germain Germán : Гера Герка Герыч
Глеб Гліб Hlib Gleb : Глебушка Глебка Глебчик Глібчик Глібко; Гордей Гордій Hordii Gordey : Гордейка Гордійко
Григорий Григорій Gregory Gregor Grigory Hryhorii Gregorio Grzegorz Григор Грегори Hryhoriy Grygoriy : Гриша Гришка Гриня Грицько Гриць Greg Gregg Гриць Гриха Гришаня Grisha Грегор
Давид Давыд Давід David Davide Dawid Дэвид Девід Дейвид : Дава Додик Дава Dave Davy Davey Дато Дейв Dato
Даниил Данила Данило Даниїл Данил Daniel Danylo Danila Daniil Даниэль Даніель Daniele Danil Деніел Даниель Даниял : Даня Данька Данилка Данилко Danny Dan Даник Dani Данёк Данилушка Дэн Денни
Дементий Дементій : Дёма; Демид : Дёма Демидка
Демьян Дем'ян Damian Damien Demyan Дамиан Даміан Damiano : Дёма Дьома Демко
Денис Denis Dennis Denys Деніс Dionysius : Дэн Дениска Денчик Ден Деня Den Denny Динька
Дмитрий Дмитро Дмитрій Дзмітрый Dmitry Dmitri Dmytro Dimitri Demetrius Dimitrios Dimitar Димитр Димитрий : Дима Митя Димка Димон Димыч Митька Митяй Дмитрик Димочка Димуля Dima Митрик Митро Димас Митрич Димасик
Добрыня
Евгений Євген Євгеній Eugene Evgeny Yevgeny Yevhen Evgeni Eugen Eugenio Evgenii Yauheni Юджин Jewgeni Ievgen : Женя Женька Жека Женя Gene Женёк Євгенко Геник Геня Женечка Zhenya Женич Евген Єген Евгеша
Евдоким Явдоким Євдоким; Евсей Євсей Овсій; Евстафий Остап Ostap Євстафій Eustace Евстахий Остафій : Остапчик Остапко
Елисей Єлисей Elisha Eliseo : Еля Елисейка; Емельян Омелян Ємельян Emelian Emilian : Емеля Омелько; Епифан Єпіфан
Еремей Ярема Єремія Jeremy Jeremiah Иеремия Єремій Ieremia : Ерёма Яремко Jerry Jem; Ермак Єрмак; Ермолай Єрмолай
Ерофей Єрофій; Ефим Єфим Юхим Yefim Yukhym Efim : Фима Ефимка Хима Юхимко; Ефрем Єфрем Ephraim Ефраим : Рема
Захар Захарий Захарія Zachary Zachariah Zakhar Захария Zacharias Zackary Zachery : Захарка Захарик Zach Zack Zac Захарко Zak
Зиновий Зіновій Зенон Зиновій : Зяма Зиня Зенко Зеник; Зосим Зосима; Иакинф
Игнат Ігнат Игнатий Ігнатій Гнат Ignatius Ignacio Ignacy : Игнаша Гнатко Ігнатко
Игорь Ігор Игар Igor Ihor : Игорёк Гоша Гарик Игорек Ігорко Игоряша Игоша Ігорчик Горик
Иларион Іларіон Илларион Ларион Hilarion : Ларя
Илья Ілля Ілья Elijah Elias Ilya Illya Eli Ілія Илия Elie Илиа : Илюша Ильюша Илюха Ілько Илюшка Іллюша Ilyusha Lucha
Иннокентий Інокентій Innocent : Кеша Иннокеша; Иоанн Іоанн
Иосиф Осип Йосип Йосиф Joseph Josef Jose Giuseppe Yosyp Jozef Iosif Josip Yosef Юзеф Józef Йозеф Жозеф Джозеф Yusuf : Йося Ося Осик Joe Joey Юзик Jo Йосько Jojo Beppe Pepe Sepp Joy
Ипполит Іполит Hippolyte; Исаак Ісаак Ісак Isaac Izaak Isak Ицхак : Изя Ike Zak Ицик Исак
Исай Ісай Исайя Isaiah Ісая Isaias Исаия; Исидор Сидор Ісидор Isidore : Сидорка Сидорко
Казимир Казимір Kazimierz Casimir : Казик; Карен Karen; Карл Karl Carl Carlos Carlo Карло Кароль Karol Carlton : Карлуша
Карп; Касьян Касян Cassian; Ким Кім
Кирилл Кирило Кіріл Cyril Kirill Kyrylo Кирил Kiril Cyrille Kirillo : Кира Кирюша Кирюха Кирилко Кирка Кирик Kirya Киря Кіра
Клим Климент Clement Клімент Kliment Климентий Клементій Clemens Klemens Климентій : Климка Клёма Климко Clem
Кондрат Кондратий Кондратій : Кондраша
Константин Костянтин Constantine Konstantin Kostiantyn Constantin Konstantinos Канстанцін : Костя Костик Костян Котя Костюша Кость Костусь Kostya Костенька Костянчик Konstantine Dinos Костасик
Кузьма Кузма Kuzma Козьма Cosmo Cosmas : Кузя Кузька; Лавр : Лавруша
Лаврентий Лаврентій Lawrence Laurence Lorenzo Laurent Laurentius Lavrentiy Лаврін : Лаврик Larry Lars Лоренц
Лазарь Лазар Lazar Lazarus : Лазик
Лев Leo Leon Lev Leone Леон Левко Лео Lion : Лёва Левушка Лёвушка Левчик Лёвка Левик Льова Lyova
Леонид Леонід Leonid Leonidas Leonide : Лёня Лёнчик Лёнька Леня Льоня Лёха Леник Лесик Lenya
Леонтий Леонтій Leontius Leontii Leontiy : Лёня Леонтик
Лука Luke Luka Lucas Lukas Luca Łukasz Люк Лукас : Лукаш Lucky Лукашик; Лукьян Лук'ян Лукиан Lucian Лукян Luciano
Любомир Lubomir Lubomyr : Люба Любко Любчик Мирко Любомирчик; Любим
Людвиг Ludwig Louis Lewis Luis Luigi Людвік Луи Лу Ludvig : Lou Louie Lutz
Макар Макарий Макарій : Макарка Макарчик Макарко
Максим Максим Максім Maxim Maksim Maksym Максимилиан Максиміліан Maximilian Maximus Maxime Максиміліян Massimo Maximiliano : Макс Максик Максимка Макся Max Maks Сима Максюша Максимко Масик Максон Maxi
Мануил Эммануил Мануель Emmanuel Manuel Immanuel Мануэль Emanuel Имануил Еммануїл : Manny Маня; Марат Marat : Маратик
Мариан Маріан Мар'ян Марьян Marian Mariano Marjan : Мариан Мар'янко
Марк Mark Marc Marcus Markus Marco Marek Марко Маркус Marko Marcos Маркіян Маркиян Маркел : Маркуша Марик Маркуся Marky
Мартин Мартын Martin Martyn Мартін Marcin Martinus : Мартынка Marty Tino
Матвей Матвій Matthew Matteo Mathias Matthias Matvey Матфей Mateusz Matthieu Matias Mathew Mateo Матиас Метью Мэттью Mathieu Матео Мацей Maciej : Мотя Матюша Матвейка Matt Matty Матвійко Matvii Мэтт Matti
Мефодий Мефодій; Мечислав Мечислав Mieczyslaw : Слава Мечик; Милан Мілан Milan : Милаш
Мирон Myron Miron : Мироша Миронка; Мирослав Miroslav Myroslav Miroslaw : Слава Мирик Славик Мирко Мирчик Мироська Mirek
Митрофан : Митрофаша Митя
Михаил Михайло Міхаіл Michael Mikhail Mykhailo Mychajlo Michel Miguel Mikael Michal Michele Михаель Майкл Михаэль Микаэль Mihail Mikhael Mihai Миколас Mihajlo Michail Mykhaylo Мишель Micheal Mychal : Миша Мишка Мишаня Михась Мишко Миха Mike Mick Mickey Misha Mikey Миша Мишутка Михасик Михей Мишуня Micky Майк Михайлик Mischa
Моисей Мойсей Мойша Moses Moshe Moisey Мойсій Moises : Мося Моня Mo; Мстислав Mstyslav : Слава Славик Стива
Назар Назарий Назарій Nazar : Назарка Назарчик Назарко; Наум Naum Nahum; Нестор Nestor : Нестерко Несторко
Никита Микита Мікіта Nikita Mykyta : Никитка Никитос Кит Никитушка Ника Микитка Ник Микитось; Никифор Никифір Nikifor
Никодим Никодим Nicodemus
Николай Микола Миколай Ніколай Мікалай Nicholas Nikolai Nikolay Mykola Nicolas Nikolaus Nicola Nicolai Niklas Николас Нікола Mikołaj Nikola Nicolaus Nicolo Nikolas Никола Nicholaus Niclas Nikolaos Mikolaj : Коля Колян Колька Миколка Kolya Nick Nicky Николаша Колюня Nico Niko Klaus Миколайко Ник Нико Nik Колясик Claus Колюша Niki
Никон; Олег Олег Алег Oleg Oleh : Олежка Олежек Олежик Алик Олежа Лелик Олегович Олежко Олька; Олесь; Онуфрий Онуфрій
Орест Orest Orestes : Орестик; Оскар Oscar Oskar : Ося Оскарик Ossie
Павел Павло Павал Paul Pavel Pavlo Paulo Paolo Pablo Paweł Паул Пауль Pawel Paulus Пол : Паша Пашка Павлик Павлуша Пашуля Павлусь Павлуха Пашок Pasha Павка Паштет Пашко Поль Павлуня
Панкрат Панкратий Панкратій; Пантелей Пантелеймон Пантелій Pantelis; Парамон; Пахом
Пётр Петро Пятро Peter Pyotr Petr Petro Pierre Pedro Piotr Pietro Петер Pieter Petros Пьер Питер Petar Petrus Петрос Per Peer Pjotr : Петя Петька Петруша Петрик Петрусь Pete Петюня Петруха Петюша Petya Петрусик Pit
Платон Plato Platon : Тоша Платоша; Полікарп Поликарп; Потап; Прохор Prokhor Прохір : Проша
Прокопий Прокоп Прокіп Прокофий Прокофій Prokop Прокопій; Радий Радій; Радик; Радислав : Радик Слава
Радомир Радимир Радимир Радомір : Радик; Родион Родіон Радион Rodion Радіон : Родя Родик Родька
Роман Roman Romain Romano : Рома Ромка Ромчик Ромашка Ромео Романчик Romka Ромко Ромась Ромик Roma Ромасик
Ростислав Rostislav Rostyslav : Ростик Слава Славик Рося Ростя Ростко Rost
Рубен Reuben Ruben Рувим Rubin : Рубик Рубенчик; Руслан Ruslan : Русик Русланчик Русланка Руся Русланко Русель
Савва Сава Savva Сав'як Savas : Саввушка Савка Савушка; Савелий Савелій Савел : Сава Савка Савик; Самсон Samson Самсон
Самуил Самуїл Samuel Самуэль Samuil Сэмюэл Семюел Samuele Самійло Самойло Shmuel : Муля Сэм Sam Sammy Сёма Самик
Святослав Sviatoslav Svyatoslav : Слава Свят Славик Святик Святко Святоша Світик Святославчик
Севастьян Себастьян Sebastian Sevastyan Себастіан Севастян Bastien Sebastien Себастиан : Сева Seb Basti
Северин Severin Северин : Сева
Семён Семен Сямён Simon Simeon Semyon Semen Симон Симеон Siméon Szymon Сімон Шимон Симеон Сайман Simone Ximon : Сёма Сеня Семка Сенька Сёмка Syoma Семенко Сёмочка Сенечка Сёмик Si Simy
Серафим Seraphim Серафим : Сима Фима
Сергей Сергій Сяргей Sergey Sergei Serhii Serge Sergio Sergiy Serhiy Sergius Сергий Serguei Siarhei Серж : Серёжа Серёга Сергійко Сережка Серый Серж Сергуня Серый Сірьожа Серьога Сєрьожа Seryozha Serega Сергунчик Серёня Серенький Serg Гера Серго
Сильвестр Сільвестр Sylvester Silvestre : Sly; Созон; Соломон Solomon Salomon Соломон Shlomo : Соля Sol
Софрон Софроний Софроній; Спартак Spartak; Спиридон Spiridon Spyros : Спиря
Станислав Станіслав Stanislav Stanislaw Stanislaus Станіслав : Стас Слава Стасик Стасян Славик Stas Стасюня Staś Stasik Стаська
Степан Степан Стефан Stephen Steven Stefan Stepan Stephan Esteban Stefano Штефан Етьєн Etienne Стівен Стивен Szczepan Степанос Stefanos : Стёпа Стёпка Стьопа Steve Stevie Степаша Степанко Степанчик Стьопка Стив Степко
Тарас Taras : Тарасик Тарасчик Тараська Тарасько
Тимофей Тимофій Тимошка Timothy Timofey Timofiy Tymofii Timotheus Тимоти Timoteo Тимотей Тіматей Tymoteusz : Тима Тимоша Тимофейка Тимошка Tim Timmy Timo Тимко Тим Тимон Тимчик
Тимур Тимур Timur Tymur Темур Timour Temur : Тимка Тима Тимурчик Тимурик Тим Тёма Tima; Тит Titus
Тихон Tykhon Tikhon Тихін : Тиша Тишка Тихонько; Трифон Трифон Tryfon : Триша; Трофим Trofim Трохим : Трофимка Троша
Ульян Улян Юлиан Юліан Юлиян Julian Юлій Юлий Julius Julio Julien Iulian Juliano Yulian : Уля Юлик Jules Юльчик Юліанчик
Фаддей Тадей Тадеуш Thaddeus Tadeusz Фадей Тадэуш : Тадик Фадя Thad Tad Tadek
Федор Фёдор Федір Theodore Theodor Fyodor Fedor Fedir Teodor Теодор Feodor Teodoro Хфедір Тодор Fjodor : Федя Федька Федько Федюня Федюша Ted Teddy Theo Федяй Федос Fedya Федорко Тео Тодось
Феликс Фелікс Felix Felice : Филя Феля; Феодосий Федос Феодосій Теодосій Тодос Тодосій; Феофан Теофан Theophanes
Филарет Філарет : Филя; Филимон Пилимон : Филя
Филипп Пилип Філіп Філіпп Philip Phillip Filipp Filip Felipe Филип Philipp Пилип Philippe Philippos Filippo Філіпп : Филя Фил Phil Філя Пилипко Филька Pip Филипок Filip
Флор Фрол Фролка; Фома Хома Thomas Tomas Tomasz Foma Томас Томаш Tommaso Thoma Tamas : Tom Tommy Хомка Том Томми Tomek
Фотий Фотій; Харитон Kharyton
Христофор Christopher Christoph Kristofer Христофор Cristobal Christophe Kristopher Krzysztof Крістофер Кристофер Cristopher Christoffer Kristoffer : Chris Kris Kit Topher Крис Christo
Эдгар Едгар Edgar : Эдик Эдя Ed Едік
Эдуард Едуард Edward Eduard Edvard Eduardo Едвард Édouard Эдвард Едвард Edouard Edoardo : Эдик Эд Эдя Ed Eddie Ted Teddy Ned Едік Эдичка Eddy Edik
Эльдар Ельдар Eldar : Эля Эльдарчик; Эмиль Еміль Emil Emile Emilio Емілій : Эмик Миля Миль
Эрик Ерік Eric Erik Erich Erick Эрих Еріх Erico : Rick Ricky Эрка
Эрнест Ернест Ernest Ernst Эрнст Ernesto : Эрик Ernie Ерна
Яким Аким Яким Joachim Йоахим Yakym Иоаким Joaquin Achim Якім : Акимка Jochen
Яков Яків Якуб Jacob Jakob Jakub Yakov Yakiv Якоб Jacobo Иаков Джейкоб Jacopo Yaakov Jaco Iakov Jacques Жак Jakov : Яша Яшка Jake Яцько Coby Яшенька Kobe Якша Яшко
Ян Jan Ян Yan Ян Ianek Яан : Яник Янчик Янек Янко Янис Янка
Ярослав Yaroslav Jaroslav Jaroslaw Iaroslav : Слава Ярик Славик Ярко Ярчик Яся Ясик Yarik Jarek Яричек
Яромир Jaromir Яромір
Иван Іван Ivan Ioann Ион Іон Iwan Ioan Иванн Yvan : Ваня Ванька Ванюша Иванко Івась Vanya Ваньок Иванушка Івасик Ванечка Ivo Ванюха Ванёк Vania Іванчик Vanja Йван Івашка
Ким; Радмир : Радик; Виссарион Віссаріон; Гурий Гурій; Даниэл; Дорофей Дорофій; Изяслав Ізяслав : Слава Изя; Лукаш
Любослав; Станимир; Тарасий; Устин Юстин Justin Устим Юстим : Устинко; Фёкл; Хрисанф; Эраст; Юлиус; Ярополк; Святополк
Ратмир : Ратик; Златан Zlatan; Зорян; Нікіфор; Лесь : Лесик; Злат; Велимир Велимир : Веля; Володар; Всеслав : Слава
Гедеон Gideon; Горислав : Слава; Далибор Dalibor; Драган Dragan; Зенон Zenon : Зенко; Ладимир : Лад; Лаврин; Оверко
Оверкій Аверкий; Авдей Авдій; Авраам Абрам Аврам Abraham Avram Abram : Абраша Abe Bram Аврамко
Авксентий Оксентій Аксён Auxentius; Адам Adam Adamo : Адамчик Адась
Адриан Адріан Андриан Адріян Adrian Adriano Adrien Андриян Hadrian : Адик Адря Ade Андрис; Аверьян Аверкий
Агафон : Агаша; Аким; Альберт Albert Alberto Adalbert Альберто : Алик Альбертик Al Bert Bertie Алька
Альфред Alfred Alfredo : Алик Фред Alf Alfie Fred Al; Анисим Онисим; Антип Антипий; Аполлон Apollo
Аполлинарий Аполінарій Apolinary : Поль; Аристарх Aristarchus; Аристотель Aristotle; Архип Архип Archippus
Бенедикт Benedict Венедикт Benedikt Benedetto Benito : Ben Веня Bennie; Боримир
Борислав Borislav Boryslav : Слава Боря Борько; Вальтер Walter Уолтер Walther Gualtiero Волтер : Walt Wally Wat Walty
Варлам Варлаам
Викентий Вікентій Vincent Vincenzo Винсент Vicente Вінсент Винцент Wincenty Vinzenz : Vince Vinny Кеша Винс
Вилен Вілен : Вилли
Вильгельм Вільгельм William Wilhelm Guillaume Guillermo Уильям Вільям Willem Viljams Вільгельм Уилльям Guglielmo : Вилли Bill Billy Will Willy Willie Liam Вилл Билл Уилл Віллі Bil Wil
Виталиан; Виленин; Всемил; Гаррий : Гарри Гарик Гаря; Гелий Геллій; Генадий; Глорий; Терентий Терентій : Терёша; Тиміш
Охрім Ефрем; Корней Корній Корнилий Корнилій Корнило Корнил Корнелий; Дарий Дарій Darius Dariusz; Антонин Антонін
Болеслав Boleslaw : Болек Слава; Братислав Bratislav : Слава; Елизар Єлизар Eleazar; Евграф Євграф; Измаил
Модест Modest; Терентий; Федот Федот : Федя; Харлампий Харлампій; Чеслав Czeslaw; Радован Radovan; Светозар Світозар
Панфил Панфіл; Стоян Stoyan; Бруно Bruno
`
