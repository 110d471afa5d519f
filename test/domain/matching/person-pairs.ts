/** Pairs of invented names: `one | other | level | what speaks against, by "+" | why`. */
export const PAIRS = `
Петров Иван Сергеевич | Петров Иван Сергеевич | full | | the same text
Петров Иван Сергеевич | Иван Сергеевич Петров | full | | order
Петров Иван Сергеевич | ПЕТРОВ ИВАН СЕРГЕЕВИЧ | full | | capitals
Петров Иван Сергеевич | петров иван сергеевич | full | | small letters
Петров Иван Сергеевич | Петров, Иван Сергеевич | full | | comma
Петров Иван Сергеевич | Petrov Ivan Sergeevich | full | | romanisation
Петров Иван Сергеевич | Ivan Sergeyevich Petrov | full | | romanisation and order
Петров Иван Сергеевич | Petrov Ivan Serhiiovych | full | | the Ukrainian patronymic
Петров Иван Сергеевич | Петров Иван | same | | no patronymic
Петров Иван Сергеевич | Иван Петров | same | | no patronymic, order
Петров Иван Сергеевич | Ivan Petrov | same | | no patronymic, romanisation
Петров Иван Сергеевич | Петров Ваня | same | | diminutive
Петров Иван Сергеевич | Петров И.С. | initial | | initials
Петров Иван Сергеевич | И. С. Петров | initial | | initials first
Петров Иван Сергеевич | И.С. Петров | initial | | initials without a space
Петров Иван Сергеевич | Petrov I.S. | initial | | initials, romanised
Петров Иван Сергеевич | Петров И. | initial | | one initial
Петров Иван Сергеевич | Петров | initial | | a family name alone
Петров Иван Сергеевич | Иван Сергеевич | half | | no family name
Петров Иван Сергеевич | Иван | given | | a given name alone
Петров Иван Сергеевич | Ваня | given | | a diminutive alone
Петров Иван Сергеевич | Петров Иван Андреевич | same | father | another father
Петров Иван Сергеевич | Петров Андрей Сергеевич | conflict | given | brothers
Петров Иван Сергеевич | Петров Сергей Иванович | conflict | given+father | father and son turned round
Петров Иван Сергеевич | Петров Сергей | conflict | given | son and father
Петров Иван Сергеевич | Петрова Анна Сергеевна | conflict | given+sex | brother and sister
Петров Иван Сергеевич | Петрова Анна | conflict | given+sex | husband and wife
Петров Иван Сергеевич | Петров П.С. | conflict | given | another initial
Петров Иван Сергеевич | Петров И.А. | initial | father | another father's initial
Петров Иван Сергеевич | Сидоров Иван Сергеевич | half | family | another family
Петров Иван Сергеевич | Сидоров Иван | given | family | another family
Петров Иван Сергеевич | Сидоров Пётр Ильич | other | given+father+family | nothing
Петрова Анна | Анна Петрова | same | | order
Петрова Анна | Петрова Аня | same | | diminutive
Петрова Анна | Анечка Петрова | same | | diminutive and order
Петрова Анна | Петрова Ганна | same | | the Ukrainian form
Петрова Анна | Anna Petrova | same | | romanisation
Петрова Анна | Петрова Яна | conflict | given | Анна and Яна fold alike and are two names
Петрова Анна | Петрова Инна | conflict | given | one letter, another name
Петрова Анна | Петрова Алла | conflict | given | another name
Петрова Мария | Петрова Марина | conflict | given | one letter, another name
Петрова Мария | Петрова Маша | same | | diminutive
Петрова Мария | Петрова Маруся | same | | diminutive
Петрова Мария | Petrova Mariia | same | | passport
Петрова Мария | Maria Petrova | same | | romanisation
Петрова Марина | Петрова Маринка | same | | diminutive
Петрова Алина | Петрова Арина | conflict | given | one letter, another name
Петрова Алина | Петрова Алена | conflict | given | one letter, another name
Петрова Алина | Петрова Елена | conflict | given | another name
Петрова Елена | Петрова Лена | same | | diminutive
Петрова Елена | Петрова Олена | same | | the Ukrainian form
Петрова Елена | Olena Petrova | same | | romanised Ukrainian form
Петрова Елена | Helen Petrova | same | | the English form
Петрова Ирина | Петрова Ира | same | | diminutive
Петрова Ирина | Петрова Арина | conflict | given | one letter, another name
Петрова Ирина | Петрова Карина | conflict | given | one letter, another name
Петрова Ирина | Ириша Петрова | same | | diminutive
Петров Валерий | Петрова Валерия | conflict | given+sex | one letter, another sex
Петров Александр | Петрова Александра | conflict | given+sex | one letter, another sex
Петров Евгений | Петрова Евгения | conflict | given+sex | one letter, another sex
Петров Олег | Петрова Ольга | conflict | given+sex | brother and sister
Петров Роман | Петрова Романа | conflict | given+sex | one letter, another sex
Петров Иван | Петров Ян | conflict | given | two names
Петров Артур | Петров Артём | conflict | given | two names
Петров Даниил | Петров Данила | same | | one name
Петров Даниил | Петров Данило | same | | the Ukrainian form
Петров Даниил | Петров Даниэль | same | | one name in other languages
Петров Даниил | Petrov Daniel | same | | one name in other languages
Петров Даниил | Петров Денис | conflict | given | two names
Петров Саша | Петров Александр | same | | diminutive of both sexes, a man by the family name
Петрова Саша | Петрова Александра | same | | a woman by the family name
Петров Саша | Петрова Александра | conflict | given+sex | a man and a woman
Саша | Петрова Александра | given | | nothing but the diminutive
Саша | Петров Александр | given | | nothing but the diminutive
Шевченко Саша | Шевченко Александр | same | | no sex in the family name
Шевченко Саша | Шевченко Александра | same | | no sex in the family name
Шевченко Женя | Шевченко Евгений | same | | diminutive of both sexes
Шевченко Женя | Шевченко Євгенія | same | | diminutive of both sexes
Шевченко Валя | Шевченко Валентина | same | | diminutive of both sexes
Шевченко Валя | Шевченко Валентин | same | | diminutive of both sexes
Шевченко Слава | Шевченко Вячеслав | same | | one of several
Шевченко Слава | Шевченко Владислав | same | | one of several
Шевченко Слава | Шевченко Ярослав | same | | one of several
Шевченко Слава | Шевченко Иван | conflict | given | none of them
Шевченко Шура | Шевченко Олександр | same | | diminutive
Шевченко Саня | Шевченко Олександр | same | | diminutive
Шевченко Сашко | Шевченко Олександр | same | | diminutive
Шевченко Лесь | Шевченко Олександр | same | | diminutive
Шевченко Alex | Шевченко Олександр | same | | English diminutive
Сокол Сашка | Сокол Олександр | same | | diminutive by its ending
Рябов Колян | Рябов Николай Владимирович | same | | diminutive
Рябов Коля | Рябов Микола | same | | diminutive of the Ukrainian form
Рябов Микола | Рябов Николай | same | | Ukrainian and Russian
Рябов Mykola | Рябов Николай | same | | romanised
Рябов Nicholas | Рябов Николай | same | | the English form
Волков Дима | Волков Дмитрий | same | | diminutive
Волков Дмитрик | Волков Дмитро | same | | diminutive by its ending
Волков Митя | Волков Дмитрий | same | | diminutive
Волков Димон | Волков Дмитрий | same | | diminutive
Волков Дима | Волков Вадим | conflict | given | two names
Волков Вова | Волков Владимир | same | | diminutive
Волков Вовчик | Волков Володимир | same | | diminutive
Волков Влад | Волков Владислав | same | | diminutive
Волков Володя | Volkov Vladimir | same | | diminutive, romanised
Волков Лёша | Волков Алексей | same | | diminutive
Волков Леша | Волков Олексій | same | | ё, the Ukrainian form
Волков Алёша | Volkov Aleksey | same | | diminutive, romanised
Волков Серёга | Волков Сергій | same | | diminutive
Волков Жора | Волков Георгий | same | | diminutive
Волков Гоша | Волков Георгий | same | | diminutive
Волков Гоша | Волков Егор | same | | diminutive of another
Волков Паша | Волков Павел | same | | diminutive
Волков Павло | Волков Павел | same | | the Ukrainian form
Волков Петро | Волков Пётр | same | | the Ukrainian form
Волков Pyotr | Волков Пётр | same | | romanised
Волков Piotr | Волков Петр | same | | romanised
Волков Peter | Волков Пётр | same | | the English form
Волков Миша | Волков Михаил | same | | diminutive
Волков Михайло | Волков Михаил | same | | the Ukrainian form
Волков Michael | Волков Михаил | same | | the English form
Волков Гриша | Волков Григорий | same | | diminutive
Волков Hryhorii | Волков Григорий | same | | romanised Ukrainian form
Волков Андрійко | Волков Андрей | same | | diminutive by its ending
Волков Yevhen | Волков Евгений | same | | romanised Ukrainian form
Волков Evgeny | Волков Євген | same | | romanised
Волков Iurii | Волков Юрий | same | | passport
Волков Yuriy | Волков Юрій | same | | romanised
Волков Юра | Волков Юрий | same | | diminutive
Волков Рома | Волков Роман | same | | diminutive
Волков Костик | Волков Константин | same | | diminutive
Волков Костянтин | Волков Константин | same | | the Ukrainian form
Волков Тёма | Волков Артём | same | | diminutive
Волков Макс | Волков Максим | same | | diminutive
Волков Ваня | Волков Вася | conflict | given | two diminutives of two names
Волкова Катюша | Волкова Екатерина | same | | diminutive
Волкова Катя | Катерина Волкова | same | | diminutive, order
Волкова Kate | Волкова Екатерина | same | | English diminutive
Волкова Настя | Волкова Анастасия | same | | diminutive
Волкова Ася | Волкова Анастасия | same | | diminutive
Волкова Анастасія | Волкова Анастасия | same | | the Ukrainian form
Волкова Таня | Волкова Тетяна | same | | diminutive of the Ukrainian form
Волкова Танюша | Волкова Татьяна | same | | diminutive
Волкова Tetiana | Волкова Татьяна | same | | romanised Ukrainian form
Волкова Наташа | Волкова Наталия | same | | diminutive
Волкова Ната | Волкова Наталья | same | | diminutive
Волкова Наталія | Volkova Natalya | same | | romanised
Волкова Люда | Волкова Людмила | same | | diminutive
Волкова Мила | Волкова Людмила | same | | diminutive
Волкова Люба | Волкова Любовь | same | | diminutive
Волкова Надія | Волкова Надежда | same | | the Ukrainian form
Волкова Света | Волкова Светлана | same | | diminutive
Волкова Світлана | Волкова Светлана | same | | the Ukrainian form
Волкова Svitlana | Волкова Светлана | same | | romanised Ukrainian form
Волкова Галочка | Волкова Галина | same | | diminutive
Волкова Ксюша | Волкова Ксения | same | | diminutive
Волкова Ксюша | Волкова Оксана | same | | diminutive
Волкова Лиза | Волкова Елизавета | same | | diminutive
Волкова Юля | Волкова Юлия | same | | diminutive
Волкова Julia | Волкова Юлия | same | | the English form
Волкова Iuliia | Волкова Юлія | same | | passport
Волкова Даша | Волкова Дар'я | same | | diminutive, apostrophe
Волкова Дарʼя | Волкова Дарья | same | | another apostrophe
Волкова Соня | Волкова Софія | same | | diminutive
Волкова Sophia | Волкова София | same | | the English form
Волкова Вика | Волкова Вікторія | same | | diminutive
Волкова Вика | Волкова Вера | conflict | given | two names
Волкова Лариса | Лара Волкова | same | | diminutive
Волкова Снежана | Волкова Сніжана | same | | the Ukrainian form
Волкова Полина | Волкова Поля | same | | diminutive
Волкова Рита | Волкова Маргарита | same | | diminutive
Волкова Тома | Волкова Тамара | same | | diminutive
Волкова Оля | Волкова Ольга | same | | diminutive
Волкова Ol'ga | Волкова Ольга | same | | an apostrophe for the soft sign
Волкова Olha | Волкова Ольга | same | | passport
Волкова Лилия | Волкова Лиля | same | | diminutive
Соловьёв Олег | Soloviev Oleg | same | | one romanisation
Соловьёв Олег | Solovyov Oleg | same | | another
Соловьёв Олег | Solovyev Oleh | same | | another
Соловьёв Олег | Соловьев Олег | same | | ё
Ёлкина Анна | Елкина Анна | same | | ё
Ёлкина Анна | ЁЛКИНА АННА | same | | capitals
Ёлкина Анна | Elkina Anna | same | | romanisation
Ёлкина Анна | Yolkina Anna | same | | romanisation
Ґалаґан Олесь | Галаган Олесь | same | | ґ
Ґалаґан Олесь | Galagan Oles | same | | romanisation
Ґалаґан Олесь | Halahan Oles | same | | passport
Щукин Егор | Shchukin Egor | same | | щ
Щукин Егор | Schukin Yegor | same | | another щ
Тищенко Юрій | Tyshchenko Yurii | same | | passport
Тищенко Юрій | Tischenko Yuri | same | | everyday
Жук Женя | Zhuk Zhenya | same | | ж
Хахомин Олег | Khakhomin Oleg | same | | х
Цветков Ярослав | Tsvetkov Yaroslav | same | | ц
Цветков Ярослав | Cvetkov Jaroslav | same | | ISO 9
Чащин Лев | Chashchin Lev | same | | ч and щ
Юрьев Яков | Yuryev Yakov | same | | ю and я first
Юрьев Яков | Iurev Iakov | same | | passport
Яшина Яна | Yashina Yana | same | | я first
Эйдельман Элла | Eydelman Ella | same | | э
Голубева Юлия | Golubyeva Julija | same | | ye and ju
Кузнецова Зинаида | Kuznyetsova Zinaida | same | | ye
Нестеров Андрей | Nyestyerov Andryej | same | | ye throughout
Сергієнко Ігор | Serhiienko Ihor | same | | passport
Сергієнко Ігор | Sergienko Igor | same | | the Russian way
Міхєєв Іван | Mikhieiev Ivan | same | | passport
Алексеев Иван | Aleksieiev Ivan | same | | passport
Алексеев Иван | Alexeev Ivan | same | | x
Достоевский Лев | Dostoyevsky Lev | same | | -ский
Достоевский Лев | Dostoevskiy Lev | same | | -skiy
Достоевская Анна | Dostoevskaia Anna | same | | -ская
Хмельницька Наталія | Khmelnytska Nataliia | same | | -ська
Хмельницька Наталія | Хмельницкая Наталья | same | | -ская
Нешкіргський Тарас | Neshkirgskyi Taras | same | | -ський
Мостовий Олег | Mostovyi Oleh | same | | -ий
Чёрный Олег | Chernyi Oleh | same | | -ый
Толстой Лев | Tolstoy Lev | same | | -ой
Петров Олег | Петрова Олег | same | | the ending differs by sex and does not count
Толстая Анна | Толстой Лев | conflict | given+sex | spouses with different endings
Вишневский Лев | Вишневская Анна | conflict | given+sex | spouses with different endings
Петрова Екатерина Ивановна | Петрова Мария Ивановна | conflict | given | sisters
Петрова Екатерина Ивановна | Петрова Мария Олеговна | conflict | given+father | mother and daughter
Петрова Екатерина Ивановна | Петрова Екатерина Олеговна | same | father | namesakes of two fathers
Петров Иван Иванович | Петров Иван Иванович | full | | father and son of one name cannot be told by it
Петров Иван Петрович | Петров Иван Иванович | same | father | father and son
Соколов Максим Константинович | Соколова Валентина Константиновна | conflict | given+sex | twins
Соколов Максим Константинович | Соколов Михаил Константинович | conflict | given | twins
Михайлов Иван | Михайлова Лариса Ивановна | conflict | given+sex | father and daughter
Коваленко Олена Миколаївна | Коваленко Елена Николаевна | full | | Ukrainian and Russian
Коваленко Олена Миколаївна | Kovalenko Olena Mykolaivna | full | | romanised
Коваленко Олена Миколаївна | Elena Nikolaevna Kovalenko | full | | romanised Russian
Коваленко Ілля Іллівна | Коваленко Илья Ильич | full | sex | Ілліч and Ильич share a father
Коваленко Петро Ілліч | Коваленко Пётр Ильич | full | | short patronymics
Коваленко Петро Лукич | Коваленко Пётр Лукич | full | | short patronymics
Коваленко Анна Никитична | Коваленко Ганна Микитівна | full | | Никита and Микита
Коваленко Анна Павловна | Коваленко Ганна Павлівна | full | | Павел and Павло
Коваленко Анна Львовна | Коваленко Ганна Левівна | full | | Лев
Коваленко Анна Яковлевна | Коваленко Ганна Яківна | full | | Яков
Коваленко Анна Дмитриевна | Коваленко Ганна Дмитрівна | full | | Дмитрий
Коваленко Анна Алексеевна | Коваленко Ганна Олексіївна | full | | Алексей
Коваленко Анна Сергеевна | Коваленко Ганна Сергіївна | full | | Сергей
Коваленко Анна Евгеньевна | Коваленко Ганна Євгенівна | full | | Евгений
Коваленко Анна Владимировна | Коваленко Ганна Володимирівна | full | | Владимир
Коваленко Анна Михайловна | Коваленко Ганна Михайлівна | full | | Михаил
Коваленко Анна Юрьевна | Kovalenko Anna Yuriivna | full | | Юрий
Коваленко Анна Вячеславовна | Коваленко Ганна В'ячеславівна | full | | Вячеслав
Коваленко Анна Степановна | Коваленко Анна Семёновна | same | father | two fathers
Коваленко Анна Андреевна | Коваленко Анна Антоновна | same | father | two fathers
Коваленко Анна Ивановна | Коваленко Анна Ивановнна | full | | a slip in the patronymic
Пласев Александр Денисович | Пласев А.Д. | initial | | initials
Пласев Александр Денисович | Пласев АД | initial | | initials without stops
Хленесских Евгений | Е. Д. Хленесских | initial | | initials first
Хленесских Евгений | Y. D. Khleneskikh | initial | | the initial of a romanisation
Шевченко Олександр | Шевченко А. | initial | | the initial of the Russian form
Шевченко Николай | Шевченко М. | initial | | the initial of the Ukrainian form
Шевченко Bill | W. Шевченко | initial | | the initial of the full form
Норева А.Ю. | Норева Алина | initial | | initials
Норева А.Ю. | Норева А.Ю. | initial | | initials alone
Норева А.Ю. | Норева А.П. | initial | father | two fathers
Норева А.Ю. | Норева О.Ю. | conflict | given | two initials
Павлюк О. | Павлюк В.О. | conflict | given | two initials
Петров А. | Петрова Анна | initial | sex | a man's family name and a woman
Анна П. | Анна Петрова | half | | the initial of the family name
Анна П. | Анна Сидорова | given | family | another initial
Петрова-Сидорова Анна | Петрова Анна | initial | | part of a double name
Петрова-Сидорова Анна | Сидорова Анна | initial | | the other part
Петрова-Сидорова Анна | Анна Петрова-Сидорова | same | | order
Петрова-Сидорова Анна | Сидорова-Петрова Анна | same | | parts turned round
Петрова-Сидорова Анна | Петрова (Сидорова) Анна | same | | in brackets
Петрова (Сидорова) Анна | Сидорова Анна | initial | | the former name
Петрова-Сидорова Анна | Петрова-Сидорова Мария | conflict | given | sisters
Петрова-Сидорова Анна | Козлова Анна | given | family | another family
Плесун-Гаврилюк Ірина | Плесун І.В. | half | | part of a double name and an initial
Тарасова Светлана | Света Тарасова-Коновалова | initial | | married
van der Berg Anna | Anna van der Berg | same | | particles
Anna Van Der Berg | Anna Berg | initial | | without the particles
Анна ван дер Берг | Anna van der Berg | same | | particles in Cyrillic
O'Connor Sean | Sean OConnor | same | | apostrophe
О'Коннор Шон | Sean O'Connor | same | | apostrophe in Cyrillic
O’Brien-Ñandú Zoë | O'Brien-Nandu Zoe | same | | accents
O'Brien-Ñandú Zoë | Zoe Nandu | initial | | a part of it
Mc Donald John | John McDonald | same | | Mc
De Luca Maria | Maria DeLuca | same | | De
Гасанов Али Мамед оглы | Гасанов Али Мамедович | full | | оглы
Гасанова Лейла Мамед кызы | Гасанова Лейла | same | | кызы
Гасанова Лейла Мамед-кызы | Гасанова Лейла Мамедовна | full | | кызы
Ашот Хачатрян | Khachatryan Ashot | same | | Armenian
Нурлан Абдуллаев | Abdullaev Nurlan | same | | Kazakh
Мохаммед Алиев | Магомед Алиев | same | | one name
г-н Петров Иван | Петров Иван | same | | title
Mr John Smith | John Smith | same | | title
Dr. John Smith | Smith, John | same | | title
пан Іван Петров | Петров Иван | same | | title
Маша маникюр | Мария | given | | trade
Олена сусідка | Елена | given | | neighbour
Анна Петрова (маникюр) | Петрова Анна | same | | trade in brackets
Анна Петрова авито | Петрова Анна | same | | where from
тётя Зина | Зинаида | given | | kin
Анна 💅 Петрова | Петрова Анна | same | | emoji
Анна Петрова ❤️ | Петрова Анна | same | | emoji
Анна   Петрова | Анна Петрова | same | | spaces
Mapинa Boлкoвa | Марина Волкова | same | | Latin look-alikes
Hacтя Pикoвa | Настя Рикова | same | | Latin look-alikes
Чoгeнкo Teтянa | Тетяна Чогенко | same | | Latin look-alikes
Bdfyjd Gtnh | Иванов Петр | same | | Latin layout
Ghbdtn Bdfy | Привет Иван | same | | Latin layout
Bujhm Nhtnmzrjd | Игорь Третьяков | same | | Latin layout
Jktyf Itdxtyrj | Олена Шевченко | same | | Ukrainian on the Latin layout
Ljk;tyrj Jkmuf | Долженко Ольга | same | | a letter on a sign's key
Ощрт Ыьшер | John Smith | same | | English on the Russian layout
John Smith | Smith John | same | | order
John Smith | Smith, John | same | | comma
John Smith | JOHN SMITH | same | | capitals
John Smith | Jon Smith | same | | spelling
John Smith | Johnny Smith | same | | nickname
John Smith | John A. Smith | same | | middle initial
John A. Smith | John B. Smith | same | father | two middle initials
John Arthur Smith | John A. Smith | same | | middle initial
John Arthur Smith | John Arthur Smith | full | | middle name
John Arthur Smith | John Peter Smith | same | father | two middle names
John Smith | J. Smith | initial | | initial
James Preshfield | J. J. Preshfield | initial | | initials
John Smith | M. Smith | conflict | given | another initial
John Smith | Mary Smith | conflict | given+sex | spouses
John Smith | James Smith | conflict | given | brothers
John Smith | John Smitk | near | | a slip in the family name
John Smith Jr | John Smith Sr. | same | generation | father and son
John Smith Jr. | John Smith | same | | nothing against
John Smith II | John Smith III | same | generation | generations
Петренко Іван (старший) | Петренко Іван (молодший) | same | generation | father and son, marked in brackets
Ґалаґан Олесь (батько) | Ґалаґан Олесь (син) | same | generation | the same by words of kin
Ёлкина Анна старшая | Ёлкина Анна младшая | same | generation | mother and daughter
John Smith (son) | John Smith Sr | same | generation | father and son in English
Мама Ивана | Папа Ивана | given | generation | whose phone it is
Mr John O'Brien | Mrs John O'Brien | same | sex | a wife by her husband's name
Лера Коваль | Валера Коваль | conflict | given+sex | Валерия and Валерий
Robert Brown | Bob Brown | same | | nickname
William Brown | Bill Brown | same | | nickname
Elizabeth Brown | Liz Brown | same | | nickname
Margaret Brown | Peggy Brown | same | | nickname
Richard Brown | Dick Brown | same | | nickname
Theodore Brown | Ted Brown | same | | nickname
Edward Brown | Ted Brown | same | | nickname of another
Theodore Brown | Edward Brown | conflict | given | two names with one nickname
Catherine Brown | Kathryn Brown | same | | spelling
Sarah Brown | Sally Brown | same | | nickname
Harry Brown | Gary Brown | conflict | given | fold alike and are two names
Jane Brown | Joan Brown | conflict | given | one letter, another name
Emma Brown | Emily Brown | conflict | given | two names
Jessica Sanchez | Jess Sanchz | near | | a slip and a nickname
Linda Sanchez | Sanchez Lind | near | | a slip in a short given name
George Breanman | Georgie Breanmn | near | | a slip and a nickname
Walter Stewart | Stewart Walter | same | | two given names, order unknown
Walter Stewart | Stewart, Walter | same | | two given names, comma
Walter Stewart | Walt Stewart | same | | nickname
Walyer Stewart | Stewart, Walter | near | | a slip in one of two given names
Thomas James | James Thomas | same | | order unknown
Patricia Wumfield | Wumfield, Patricia Elizabeth | same | | comma and a middle name
Patricia Wumfield | Wumfield Paatricia | same | | a slip in a known given name
mitchell green | green mitchell | same | | order
mitchell green | mitchel green | same | | a slip
mitchell green | mitchell greem | near | | a slip
lachlan campbell | lachlan campbel | same | | doubled letters do not count
lachlan campbell | lachaln campbell | same | | a slip in a known given name
brianna nguyen | briana nguyen | same | | spelling
zyqora webb | zyqroa webb | near | | a slip in an unknown name
zyqora webb | marlune webb | conflict | given | two unknown names
zyqora webb | webb zyqora | same | | unknown, order unknown
CARSTEN MEIER | CARSTEN MEYER | same | | spelling
JUERGEN SCHULZ | JÜRGEN SCHULZ | same | | umlaut
STEFAN MUELLER | STEFFAN MUELLER | same | | spelling
HANS PETER WEBER | HANS WEBER | same | | two given names
Петров Иван | Перов Иван | near | | a slip in the family name
Кукикцев Алексей | Aleksei Kukitsev | near | | a slip, romanised
Иванова Мария | Иванова Мапия | same | | a slip in a known given name
Соколова Анастасия | Соколова Анасттасия | same | | doubled letters do not count
Соколова Анастасия | Соколова Анастсаия | same | | letters turned round
Дмитриева Татьяна | Дмитриева Ттьяна | same | | a slip in a known given name
Романенко Олександр | романенко олексанр | same | | a slip in a known given name
Бугундин Александр | Бугундин Алеесандр | same | | a slip in a known given name
Носенко Микола | Nikoli Nosenko | same | | a slip, romanised
Михайло Солкенко | Solkenko Mikhal | same | | a slip, romanised
Шевченко Вікторія | Шевчук Вікторія | given | family | the same beginning
Морозов Иван | Миронов Иван | half | family | a family name two slips off
Соколов Иван | Соболев Иван | half | family | a family name two slips off
Петров Иван | Козлов Иван | given | family | another family
Ким Анна | Анна Ким | same | | a short family name
Ли Анна | Анна Ли | same | | a shorter one
Ким Анна | Кан Анна | given | family | short family names have no slips
Дзюба Артем | Дзюба Артём | same | | ё
Щербина Олег | Олег Щербина | same | | a family name that ends like a woman's
Щербина Олег | Щербина Ольга | conflict | given+sex | spouses
Абрамович Роман | Роман Аркадьевич Абрамович | same | | a family name like a patronymic
Кузьмич Анна | Анна Кузьмич | same | | a family name like a patronymic
Александров Александр | Александр Александров | same | | a family name from a given one
Павлов Иван | Иван Павлов | same | | a family name from a given one
Иванов Павел | Павлов Иван | other | given+family | turned round, and two
Роман Павел | Павел Роман | same | | order unknown
Анна | Мария | other | given | two given names
Анна | Аня | given | | one given name
Петрова | Сидорова | other | family | two family names
Петрова | Петров | initial | sex | a family name alone
Анна-Мария Ковач | Анна Ковач | same | | a double given name
Anna-Maria Kovač | Ганна-Марія Ковач | same | | a double given name
`
