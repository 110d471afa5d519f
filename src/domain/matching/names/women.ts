/**
 * Russian and Ukrainian names of women, with their spellings in other languages; written from general knowledge for this program.
 * One name a line or between semicolons: full forms, a colon, short forms. Diminutives made by the usual endings from a short form need no entry.
 */
export const WOMEN = `
Августа Авґуста Augusta : Ава Густа Gussie; Аврора Aurora : Рора Rory
Агата Агафья Агафія Agatha Агафия Гапка : Гаша Агаша Aggie Гапа
Агнесса Агнеса Агнія Агния Agnes Agnieszka Агнес Agnese Ines Инес : Ага Агнюша Аня Neza
Агриппина Аграфена Горпина Агрипина : Груша Граня Груня Горпинка
Ада Ada Аделаида Аделаїда Adelaide Adelheid : Адочка Адуся Addie Heidi
Адель Аделина Аделіна Adele Adelina Adeline Аделя Adela Аделия Адела : Аделька Деля Лина Ада Addie Della; Аза Aza
Аида Аїда Aida; Аксинья; Алевтина Alevtina Альвина : Аля Тина Алевтинка Валя
Александра Олександра Аляксандра Alexandra Oleksandra Aleksandra Alessandra Alejandra Alexandria : Саша Саня Шура Сашуля Леся Олеся Алекса Sandra Alex Sasha Lexi Lexie Аля Сашенька Сандра Шурочка Алекс Alexa Лекса Sandy Саня Сашка
Алёна Альона Alyona Aliona : Алёнка Алёнушка Лёна Альонка Алёнчик Лена
Алина Аліна Alina Aline Алинка : Аля Лина Алинка Алиночка Ліна Алінка Alinka
Алиса Аліса Alice Alisa Alicia Элис Алисия Аліса Еліс Alicja Alize Аліція Alycia : Аля Лиса Алиска Алисочка Лися Аліска Allie Ali
Алла Alla : Аллочка Алка Алуся Алюся Аля Ала; Альберта Альбертина Alberta Albertine : Берта
Альбина Альбіна Albina : Аля Бина Альбинка Альбиночка Альбінка; Амалия Амалія Amalia Amelie Амели Amalie : Амаля Маля
Амелия Амелія Amelia : Амеля Amy Millie Mia
Анастасия Анастасія Настасья Настасія Anastasia Anastasiia Anastasiya Настасия Anastazja Anastassia : Настя Ася Стася Настюша Настёна Настька Настуня Анастейша Настюха Stacy Настуся Нася Настенька Tasia Asya Настася Stasia Стейси Nastya Настюшка Настюня Настёк
Ангелина Ангеліна Angelina Angeline Анджелина Енджеліна : Геля Лина Ангелинка Гелька Энджи Angie Ангелиночка
Анжела Ангела Angela Анжель Angele Анджела : Анжелка Геля Анжела Angie Анжелочка Энджи Анжелочка Lika
Анжелика Анжеліка Angelica Angelique Angelika Анджелика : Лика Анжела Геля Ліка Анжелка Angie
Анисия Анисья Онися Анісія Анися : Аниса
Анна Ганна Anna Hanna Ann Anne Ana Hanne Ганна Ane Энн Енн Анья : Аня Анюта Нюра Анечка Ганя Анька Anya Annie Нюша Нюся Анюся Ганнуся Аннушка Anita Аннуся Ганночка Нюта Ana Нана Annette Ania Аннет Ганка Annika Nan Nanna Анечка Анют Анушка Анница
Антонина Антоніна Antonina Antonia Antoinette Антония Антуанетта Антонія : Тоня Тося Тонечка Тонька Тонюша Тоня Toni Тонюся Nina
Анфиса Анфіса : Фиса Анфиска; Аполлинария Аполінарія : Поля Полина
Ариадна Аріадна Ariadne Ariadna Арианна Ariana Ariane Ариана Аріана Arianna : Ара Аря Ари
Арина Арина Arina Орина : Ариша Аринка Ара Аря Арінка Ариночка Арина Rina Аришка; Арсения; Артемида Artemis
Ася Асія Asya; Аурика; Беатриса Beatrice Beatrix Beatriz Беатриче Беатріса Беатрис : Беата Bea Trixie Tricia Bee
Белла Bella Бэлла Беля Бела : Белочка; Берта Bertha Berta; Богдана Bohdana Bogdana : Даня Дана Богданка Бодя Богданочка
Божена Bozena Bożena; Борислава : Слава; Бронислава Броніслава Bronislawa : Броня Слава
Валентина Valentina Valentine Валентіна : Валя Валюша Валечка Тина Валюха Val Валька Валюня Валюся Валентинка Valya Тіна
Валерия Валерія Valeria Valerie Valeriya Valery Valeriia Valérie Валерья : Лера Лерочка Валя Лерка Лєра Леруся Лерчик Val Валеруша Lera Лєрка Леруша
Ванда Wanda Vanda : Вандочка
Варвара Варвара Barbara Varvara Барбара Barbra Barbora : Варя Варенька Варюша Варька Варечка Barb Barbie Babs Варка Bobbie Basia
Василиса Василіса Vasilisa : Вася Лиса Василиска Васька Васёна; Василина Vasylyna : Вася Василинка Василя Лина
Венера Venera Venus : Вена
Вера Віра Vera Vira Wiera Вєра : Верочка Верка Веруня Вірочка Віруня Веруша Веруся Віруся Верунчик Вірка
Вероника Вероніка Veronica Veronika Véronique Veronique Weronika : Ника Вера Вероничка Ронька Ніка Ronnie Вероня Вероша Roni Верочка
Весна Vesna; Веста Vesta
Виолетта Віолетта Violetta Violet Виола Віола Viola Violette Віолета : Вита Вилка Летта Віола Ветта
Виктория Вікторія Victoria Viktoria Viktoriia Viktoriya Вікторя Vittoria Wiktoria Виктории Victoire : Вика Викуся Віка Викуля Вікуся Tori Vicky Vicki Vika Тори Викторка Викуша Tory Вікуша Викки Викусик Vickie Викочка Викусь
Виталина Віталіна Виталия Віталія Vitalina : Вита Виталинка Віта Таля
Влада Владислава Vlada Vladyslava Владлена Владилена Владіслава : Лада Слава Владка Владочка Владуся Владуша Владя
Властелина; Всеслава
Галина Галина Halyna Galina Halina Галіна : Галя Галочка Галка Галюся Галюня Галинка Galya Халина Галчонок Галя Галонька Галюша Hala
Гелена; Генриетта Генрієтта Henrietta Henriette : Гета Etta Hettie
Георгина Георгіна Georgina Georgia Джорджия Georgiana : Гера Georgie; Гертруда Gertrude Gertrud : Trudy Трудя Gert
Глафира Глафіра Glafira : Глаша Глафа Глаша; Глория Глорія Gloria : Глора; Дана Dana : Данка
Даниэла Даніела Daniela Danielle Daniella Даниелла Даниэль : Дана Dani Даня
Дарина Darina Daryna Даріна : Даша Дара Аринка Даринка Дарка Дарина Дарочка Дарюся
Дарья Дарія Дар'я Дария Daria Darya Dariya Дарʼя Dasha Одарка Darja : Даша Дашка Дарёна Дашуля Дарочка Дарюша Дашутка Дарця Даря Дашка Дарушка Даха
Дебора Deborah Debora Debra Дебра : Debbie Deb Деби Debby; Джульетта Джульєтта Juliet Juliette Giulietta Жюльетта
Диана Діана Diana Diane Dianne Диан Дианна Diann Dianna : Дина Ди Дианка Диночка Di Діанка Діаночка Дианочка
Дина Діна Dina Dinah : Динка Диночка; Дионисия; Доминика Домініка Dominica Dominika Dominique : Ника Домка
Домна Домна : Домаха; Ева Єва Eva Eve Ewa Yeva Ієва Еве Иева : Евочка Евка Євка Евуся Evie
Евангелина Evangelina Evangeline Евангелія : Лина Eva
Евгения Євгенія Evgenia Eugenia Yevgeniya Yevheniia Evgeniya Eugenie Ewgenia Ievgeniia Jewgenija : Женя Женька Женечка Жека Євгенка Геня Жека Женюша Zhenya Genie Женюся Jenya Эжени Эжен
Евдокия Євдокія Авдотья Evdokia Явдоха Одотя Докія Евдокея : Дуня Дуся Дуняша Докия; Евлалия Євлалія Eulalia : Лаля
Евпраксия
Екатерина Катерина Катэрына Catherine Katherine Kathryn Ekaterina Kateryna Katharina Catarina Caterina Katrin Katarina Yekaterina Katarzyna Кэтрин Katrina Катрин Katherina Kathrin Catrin Catharine Katharine Катрина Кетрін Кэтрин Cathryn Catalina Katrine Catrina Kathrine Katheryn : Катя Катюша Катька Катенька Катюха Катруся Катерінка Kate Katie Kathy Cathy Kat Kitty Катюня Katja Катуся Катаринка Kath Катрін Катюся Katy Katya Cate Кэт Кейт Кэти Катеринка Kay Kit Katia Kati Kathie Катён Trina Kasia Катриночка Кет Rina
Елена Олена Алена Helen Helena Elena Olena Yelena Helene Хелен Elene Jelena Гелена Ленна Еллена Хелена Olenka Елєна Лєна : Лена Оленка Ленуся Леночка Lenka Ленка Ленок Еленка Лєна Lena Еленочка Олєнка Ленусик Ленчик Ленуська Олена Ленуля Оленочка Helenka Lenochka Леся Ляля Alena Оленонька
Елизавета Єлизавета Лизавета Elizabeth Elisabeth Elizaveta Yelyzaveta Elżbieta Элизабет Елізабет Элизабета Elisabeta Єлізавета Lizaveta Elisabetta Elsbeth Ielyzaveta Elisaveta Elzbieta : Лиза Лизок Лизонька Лизка Ліза Лізонька Liz Lizzy Beth Betty Bess Eliza Libby Lisa Liza Elsa Elise Lizzie Betsy Лизанька Лизуша Лисавета Елиза Bessie Bette Lisbeth Lise Buffy Betsey Ліз Lizbeth Bettie Elisa Лизуня Liesel Ilse Бетти
Есения Єсенія Ясения Yesenia : Есеня Сеня; Ефросинья Фросина Євфросинія Евфросиния Єфросинія : Фрося Фроська Фросенька
Жанна Zhanna Jeanne Janna Жанетта Jeannette Jeanette Жанет Жаннет Jana : Жанночка Жануся Жанка Жаннуля Жанета
Жасмин Жасмін Jasmine Ясмин Ясмина Yasmin Yasmina Жасмина Jasmin : Jas Jazz; Забава
Зарина Заріна Zarina : Зара Заринка Зарочка; Зинаида Зінаїда Zinaida : Зина Зиночка Зіна Зинка Зінка Зинуля Zina
Зиновия Зіновія : Зина; Злата Zlata Золота : Златка Златочка Златуля
Зоряна Зоряна Zoriana Zoryana Зоріана Зорина Зоря : Зоря Зорянка Зорянка Зоренька Зора
Зоя Zoya Zoe Зоя Zoia Zoé : Зойка Зоенька Заинька Зойка Зоюшка
Иванна Іванна Ivanna Ivana Иванка : Иванка Іванка Ваня Іваночка Ванюша Ivanka; Ида Іда Ida : Идочка
Изабелла Ізабелла Isabella Isabel Isabelle Изабель Ізабель Izabella Isobel Izabela Изабела Izabel : Белла Иза Bella Izzy Bell Belle Іза
Изольда Ізольда Isolde Isolda : Иза; Илона Ілона Ilona : Илонка Ила Лона
Инга Інга Inga Ingeborg : Инка Ингуша Инь Інгуся; Инесса Інеса Inessa Инеса Інесса : Инна Инеска Несса
Инна Інна Inna : Инночка Иннуся Инка Інночка Інна Иннуля Иннушка Інуся Inka
Иоланта Иоланта Yolanda Iolanta Йоланта Jolanta Иоланда Іоланта; Ираида Іраїда : Ира Ида Рая
Ирина Ірина Ирына Irina Iryna Irene Irena Орина Iryna Ірена Ирена Irene Irène Ирене : Ира Иришка Ірка Ирочка Ириша Іринка Ірочка Ира Ирка Ируся Ирина Иринка Ira Іра Irka Рина Ирчик Иринушка Ируня Ірися Ирэн Айрин Ирочек Орися Іруся Іринонька Иришенька Ируля
Ия Ія Iya Iia; Калерия : Лера
Камилла Каміла Camilla Camille Камила Kamila Камілла Камила : Мила Кама Камилка Cami Millie
Капитолина Капітоліна : Капа Капочка Лина Тося
Карина Каріна Karina Carina Каріна Карина : Кара Рина Каринка Карочка Карінка Каря Каришка Каруся Rina Кариша
Каролина Кароліна Caroline Carolina Karolina Карола Karoline Керолайн Кэролайн Carolyn : Кара Каролинка Лина Carrie Carol Lina Caro Каля
Кира Кіра Kira Kyra : Кирочка Кирка Кируся Кіруся Кирюша
Клавдия Клавдія Claudia Klavdia Claudine Клаудия Klaudia Klawdia : Клава Клавочка Клаша Клавка Клавуся
Клара Clara Klara Claire Clare Клер Chiara Klare Клэр : Кларочка Кларуша Клархен
Клементина Клементіна Clementine Klementina : Тина Клема; Клеопатра Cleopatra : Клео Клёпа
Констанция Констанція Constance Konstanze Konstantina Константина : Connie Костя
Корнелия Корнелія Cornelia : Нелли Nell
Кристина Христина Крістіна Christina Christine Kristina Khrystyna Cristina Kristin Kristine Krystyna Христя Кристин Крістін Christiane Kirsten Christin Kirstin Kirstie Кристиана Kristen Christen Христіна Кристина Christiana : Крис Кристя Кристинка Христинка Chris Tina Chrissy Хрися Kris Христинка Тина Kristi Christie Christy Крістінка Krissy Tine Kristy Христуся Stine Кристюша Тіна Крісті Кристи Kirsty Kristie
Ксения Ксенія Оксана Аксинья Аксения Xenia Ksenia Oksana Kseniia Oxana Ксенія Kseniya Аксана Ксэния Ксеня Oksanna Oxsana : Ксюша Ксюха Оксанка Ксюня Ксеня Ксана Аксюша Xena Ксена Ксюшка Ксеничка Ксюшенька Оксаночка Оксі Oxy Ксюся Окс Оксанка Сана Ксю Оксася
Лада Lada : Ладочка Ладушка; Лана Lana : Ланочка
Лариса Лариса Larisa Larissa Larysa Ларіса : Лара Лариска Ларочка Лорик Ларка Ларуся Lara Лоричка Лора
Лаура Laura Лора Lora Лавра Лоренса Laure Лорена : Лаурочка Laurie Lori Lolly Лорочка Lorie; Леонида Леоніда : Лёня
Леся Леся Lesya Lesia : Лесенька Леська Лесюня Лесуня; Лиана Ліана Liana Liane Лиане Ліяна : Лианка Лия Ліанка Лианочка
Лидия Лідія Lydia Lidia Lidiya Лідія Lidiia : Лида Лидочка Лидуся Лидка Ліда Лідуся Лідочка Лидуша Lida Лидуня
Лилия Лілія Lilia Lily Liliya Lilian Lillian Лілея Лили Lilly Lilie Лілі Liliia Liliana Ліліана Лилиана Lilianna Liliane Лилиан : Лиля Лилька Ліля Лилечка Lil Лилюша Лилёк Лілька Ляля Лилуся Lillie
Лина Ліна Lina Leena : Линочка Лінуся; Лия Лія Leah Liya Lea Leia Лея Liia; Лола Lola Лолита Lolita Лоліта
Лукерья Лукерія Гликерия Глікерія : Луша Лукерка; Любава : Люба
Любовь Любов Lyubov Liubov Lubov : Люба Любаша Любочка Любаня Любушка Любаха Luba Любонька Любка Любця Любася Lyuba Любуня
Любомира Любомила : Люба Мира
Людмила Людмила Liudmila Ludmila Lyudmila Liudmyla Людміла Ludmilla Ludmyla Lyudmyla : Люда Люся Мила Людочка Людка Милочка Люсьена Людася Людок Людаша Lyuda Люсенька Миля Мілочка Міла Люська Людуся Люсик Людмилка Милка Mila Люсінда
Люсия Лючия Lucia Lucy Lucille Люси Люсі Lucie Lucinda Люция Лусия : Люся Lulu Lu
Магда Магдалина Магдалена Magdalena Magdalene Магдаліна Madeleine Madeline Мадлен Madelyn Maddalena Мадлен Madelaine : Магдуся Мадя Maddie Lena Maggie Magda
Майя Мая Maya Maia Maja Майа Maja Майа : Маечка Майка Маєчка Маюша
Маргарита Margarita Margaret Marharyta Margarete Margarethe Margherita Małgorzata Margareta Маргарет Маргарета Маргаріта Marguerite Greta Грета Malgorzata Margret Margit : Рита Марго Ритуля Ритуся Маргоша Maggie Peggy Meg Ріта Rita Ритка Madge Margie Ритачка Gretchen Peg Marge Margot Gretel Ритуня Gosia Margo Ритуша Рітуля
Мария Марія Марья Марыя Maria Mary Marie Mariia Мэри Мари Mariya Маріє Марі Мір'ям Maryam Марьям Мариам Марія Maryja Мері Marja Mariam : Маша Маня Маруся Марійка Муся Марічка Машенька Машуля Mariyka Masha Molly Машка Манюня Маруська Марыся Маняша Мура Марьяша Мариша Маньо Мими Mia Машутка May Marusia Mimi Manya Мася Mamie Marusya Маняшка Машаня Moll Муська Мурочка Марушка Mitzi
Марианна Мар'яна Маріанна Marianna Марьяна Mariana Marianne Маріана Мариана Maryana Maryanne Marian Мариан Mary-Ann Марьянна Мар'янна Marjana Марʼяна : Марьянка Мар'янка Яна Маша Марьяша Мар'яночка Мара Янка
Марина Марина Maryna Marina Маріна Marine Маріна Marena Марін : Маринка Мариша Мара Маринчик Маря Марися Рина Маришка Маринуся Маринонька Марыся Марочка Маруся Мариночка Marinka
Марта Марфа Martha Marta Marfa Марфа Marthe : Марфуша Марточка Мартуся Patty Марфуня Мартуня Мартуша
Матильда Матільда Matilda Mathilda Матильда Mathilde : Тильда Мотя Tilly Mattie
Матрёна Мотря Матрена Мотрона : Мотя Матрёша Мотренька Матрёшка
Мелания Меланія Melania Melanie Маланья Мелані Мелани : Меля Mel Малаша Меланка Маланка
Мелисса Melissa Меліса Мелиса : Missy Mel Lissa; Мила Міла Mila Милла : Милочка Милуша
Милана Мілана Milana : Мила Миланка Мілана Мілка Милаша Лана; Милена Мілена Milena Милена : Мила Миленка Лена
Милица Міліца Milica : Мила; Милослава Милослава : Мила Слава; Мира Міра Mira Myra : Мирочка Мируся
Миранда Міранда Miranda : Мира Randy
Мирослава Myroslava Miroslava Мирося Miroslawa : Слава Мира Мирося Мирка Мирославка Мирочка Славця Мируся; Митра
Моника Моніка Monica Monika Monique Моніка : Мона Моня Moni; Муза Muza
Надежда Надія Надзея Nadezhda Nadia Nadiya Nadiia Надея Надія Nadja Nadejda Nadine Nadya : Надя Надюша Наденька Надька Надюха Надійка Надюня Надюся Надин Надечка
Наина Наїна Naina; Нана Nana
Наталья Наталія Наталия Наталка Наталля Natalia Natalie Nataliya Nataliia Natalya Nathalie Natalija Натали Наталі Nataly Наталія Наталі Наталя Natali Natalee : Наташа Ната Таша Наталка Туся Таля Натуся Наталочка Наталюша Натка Натаха Natasha Наташка Nat Натуля Тата Наточка Наташенька Наталюня Наталонька Наталинка Tasha Таська Nata Натали Наталик Натуська Tali Nattie Натусик
Нелли Неллі Неля Nelli Nelly Нинель Нінель Ninel Неллі Нэлли Nella Нелла Нэля Нелі : Неля Нелечка Нелька Неличка Нелюся Nel Нелюша
Ника Ніка Nika Nike : Никуся Ничка
Николь Ніколь Nicole Николетта Ніколетта Nicolette Nikole Nichole Николь Николина Nicola Николета : Ника Nicky Nikki Коля Nickie Никуся Коко Nicki
Нина Ніна Nina Нина : Ниночка Нинка Нинуля Нинуся Нінуся Нінка Ніночка Нинуша Нинэль; Нонна Nonna : Нонночка Нонка
Октябрина : Рина
Олеся Олеся Olesya Olesia Алеся Алессия : Леся Олеська Лесенька Олесенька Аля Лесуня Леська Алеська Лесечка
Олимпиада Олімпіада Олимпия Олімпія Olympia : Липа Ляля Олимпа
Ольга Ольга Вольга Olga Olha Helga Хельга Ольґа Гельга Ol'ga : Оля Олечка Олюся Оленька Ольчик Олюня Олька Лёля Лёля Ляля Olya Оленция Олюша Ольгуня Ольчонок Льоля Ольця Ольгуша Olia Олюсик Ольгушка Ольгуся Леля Ольгочка
Павла Павлина Павліна Paula Pavlina Paulina Pauline Паулина Paola Pavla Паула : Паша Поля Лина Павлинка Polly
Палагея Пелагея Пелагія Pelagia Пелагія Палажка Палагея Pelahia : Поля Палаша Паша Палажка Полюшка Пелагеюшка
Патрисия Патриція Patricia Patrizia Патриция Патрисія Patrice : Pat Patty Trish Tricia Пат Patti Patsy Trisha
Полина Поліна Polina Polyna Паліна Polin Поліна Поліна : Поля Полинка Лина Поленька Поля Полюшка Полька Поліночка Полінка Полюня Полюся Полинушка Полиша Полюша
Прасковья Параскева Параска Парасковія Параскевія Парасковья Paraska : Паша Параня Паня Парася; Рада Rada : Радочка
Радмила Радміла : Рада Мила; Раиса Раїса Raisa Раиса Raïsa Raissa : Рая Раечка Райка Раюша Раїска Раєчка Раюся Раюня
Ревекка Ребекка Rebecca Rebekah Ребека Рівка Ребекка Rebeca Rebekka Rivka : Becky Рива Becca Beck Бекки Reba
Регина Регіна Regina Reyna Régine : Рина Регинка Геня Рена Gina
Рената Renata Renate Рената Renée Renee Рене Ренате Rene : Рена Ренатка Ната Рина
Римма Рімма Rimma Рима Ріма : Риммочка Римуся Римма; Рита Ріта Rita : Ритуля
Роза Rosa Rose Rosie Розалия Розалія Rosalia Rosalie Розанна Роуз Розалина Rosalina Розі Ружа Rosalind Róża Розочка Rosanna : Розочка Rosie Рузя Розуля Rosy
Роксана Roxana Roxanne Роксолана Roksana Roksolana Roxane Roksolyana Роксоляна : Рокси Рокса Сана Roxy Лана Роксик Роксі Роксоланка Роксанка
Руслана Ruslana : Руся Русланка Лана Русечка Руська; Руфина Руфіна Ruth Руфь Рут Руф : Руфа Фина Ruthie
Сабина Сабіна Sabina Sabine : Сабинка Бина Саба Сабінка; Сабрина Сабріна Sabrina
Саломея Соломія Salome Solomiia Solomiya Соломея Саломе Соломія Solomia : Соля Соломійка Соломка Соломинка Мія Соломійка Солька Мийка
Сандра Sandra : Сандрочка Sandy
Светлана Світлана Святлана Svetlana Svitlana Світлана Switlana Swetlana Светлана : Света Светик Светка Светуля Світланка Лана Світлячок Свєта Ланка Світланочка Sveta Lana Свитлана Светочка Светуся Светунчик Світла Свєтік Света Светуша Світуся Свєтка Ветка
Северина Severina : Рина; Серафима Серафіма Serafima Seraphina : Сима Фима Симочка Фимочка
Снежана Сніжана Snezhana Snizhana Snejana Снєжана Сніжанна : Снежа Жана Снежка Сніжка Снежаночка Сніжанка Снежанка
София Софія Софья Sophia Sofia Sophie Sofiia Sofiya Sofya Zofia Софи Софі Софія Sophya Sofie Sofi Sofja : Соня Софа Сонечка Софійка Сонька Софочка Соничка Sonya Sonia Sofi Софуля Сонюшка Софка Софья Софиюшка Sonja Сонюша Соф Zosia
Станислава Станіслава Stanislava Stanislawa : Стася Слава Ася Стаська
Стелла Stella Estelle Эстелла Стела Estella Естелла Эстель Estela Stela : Стелка Stel
Стефания Стефанія Степанида Stephanie Stefania Stepanida Стефані Stefanie Stephany Степанида Стефани Estefania Stefani Штефания : Стеша Стефа Стефка Steph Стеня Стефочка Stef Stephy Stevie Steffi Стефця
Сусанна Сюзанна Susan Susanna Suzanne Сузанна Сюзанна Susanne Suzanna Сусана Susana Сюзан Сьюзен Zuzanna Сьюзан Suzan Suzette Susann Susannah : Сюзи Сусанка Sue Suzy Сана Sue Susie Suzie Sanna Сью Шушан Зузя
Таисия Таїсія Таиса Thais Taisiia Taisiya Тайса Таїса Таисья Таисия Taisia Taissia : Тая Тася Таечка Таиска Тайка Тася Тайса Тасенька Таюша Таська Таєчка
Тамара Tamara Tamar Тамар Тамара : Тома Тамарочка Томочка Мара Тамарка Томуся Тата Томуля Tammy Тамуся Toma Томка Томуська Тамуна
Татьяна Тетяна Таццяна Tatiana Tatyana Tetiana Tanya Tetyana Тетянка Tatjana Татяна Татиана Тетьяна Tatianna Tetjana Tatjana Тетяна Татіана : Таня Танюша Танечка Тата Танька Танюха Тетянка Танюся Тася Танчик Таньча Тетяночка Танча Таняша Танюшка Tania Тацяна Танюля Татка Танёк Танюсик Tetianka Тетянонька Tanja Тата Танюра
Тереза Theresa Teresa Therese Тереза Терезия Tereza Терезія Thérèse Theresia Тереса : Тера Terry Tess Tessa Terri Tracy Tree Тереска Resi
Ульяна Уляна Юлианна Юліана Juliana Ulyana Uliana Юлиана Uljana Julianna Уліана Юліанна Julianne Iuliana : Уля Ульянка Улька Уляша Уленька Уляночка Улянка Ульяша Ляна Уліанка Jules Лянка
Устинья Устина Юстина Justina Justine Устинія Юстиния : Устя Юстинка Юся Tina
Фаина Фаїна Faina Фаіна : Фая Фаечка Фаня Фаинка Фаєчка Фанечка Файка
Федора Теодора Theodora Теодора Феодора Fedora : Федя Dora Thea Феня
Федосья Феодосія Феодосия Теодосія Федосія : Феня Феша; Фекла Фёкла Текля Thekla Текля Фекла : Феклуша Теклюня
Феликса Фелиция Felicia Felicity Фелиція : Феля Лика Fliss; Фелицата; Фиона Fiona Фіона : Fi
Флора Flora Флора Florence Флоренция Флоренс : Flo Florrie Флорка
Франческа Frances Francesca Franziska Франциска Françoise Francine Франсуаза Франсиска Franciszka Francisca : Fran Fanny Frankie Франя Frannie Franzi Cesca
Фрида Фріда Frieda Frida Freda : Фридочка; Харитина
Эвелина Евеліна Evelina Evelyn Эвелин Эвелина Ewelina Евелін Evelyne Evelin Eveline : Эва Лина Эвелинка Евелінка Eve Evie
Эдита Едіта Edith Edita Edyta Эдит Едита : Edie
Элеонора Елеонора Eleanor Eleonora Леонора Leonora Eleonore Elinor Элеонор Еліонора Ellinor Eleanora Lenore : Эля Нора Нелли Элла Nora Ellie Nell Nellie Nelly Еля Норочка Lora
Элина Еліна Elina Элина Ельіна Эллина : Эля Лина Элинка Елінка Еля Elly; Элиза Еліза Eliza Elise Elisa Elyse : Лиза
Элла Елла Ella : Эля Эллочка Элка Еллочка Эллуся; Эллада : Элла; Элеана
Эльвира Ельвіра Elvira Эльвіра Elwira Ельвира : Эля Эльвирка Вира Эльвирочка Elya Ела Вира Ельвірка
Эльза Ельза Elsa Elza : Эльзочка; Эльмира Ельміра Elmira Эльміра : Эля Мира
Эмилия Емілія Emilia Emily Эмили Емілі Emilie Emely Эмілия Эмилі Емілія Emiliya Emiliia Emilee Emmily : Эмма Миля Эмилька Em Millie Эми Emmy Емілька
Эмма Емма Emma : Эммочка Em Emmie Эмка; Эрика Еріка Erica Erika Еріка Erika Ericka : Rikki Эра; Эсмеральда Esmeralda
Эсфирь Эстер Esther Ester Hester Есфір Эсфира Естер Есфира Hadassah Fira : Фира Этя Essie Эся
Юлия Юлія Юлья Julia Yulia Julie Yuliya Iuliia Yuliia Jūlija Julija Джулия Юлія Жюли Джулія Giulia Жулія Juliya Julya : Юля Юлька Юленька Юлечка Юльчик Юляша Юльця Юляся Юлёк Джулі Juls Юльча Jules Yulya Юлюся Юлюня Юляшка Юльхен
Юнона Juno; Юстиция; Ядвига Ядвіга Jadwiga Yadviha Hedwig Yadviga Ядзя : Ядя Яся Ядвися
Яна Яна Yana Iana Jana Яна Іанна : Янка Яночка Януся Яся Януська Янця Янчик Януля Яня
Янина Яніна Yanina Janina Янина Ianina : Яна Янка Нина Яніна Яня Янинка
Ярина Yaryna Iaryna Яріна : Яринка Яринця Яриночка Яра
Ярослава Yaroslava Jaroslava Iaroslava Jaroslawa : Слава Яра Ярася Славця Ясенька Ярославка Ярка Славуня Яруся Ярася
Ясна; Василия; Веселина Vesselina Весела : Веса; Вилена Вілена : Вила; Виринея; Велина
Владимира Володимира : Влада Мира
Дорофея Доротея Dorothea Dorothy Doroteja Дороти Dorota Dorotea : Dora Dot Dottie Дора Dolly Dorrie
Дора Dora : Дорочка Дорка; Ефимия Юхимія Евфимия Єфимія : Фима Хима
Жозефина Josephine Жозефіна Josefina Йозефина Josefine Josefa Юзефа Josepha : Jo Josie Fifi; Зенобия
Иллария Іларія Hilary Hillary Илария Хиллари; Ираклия; Купава; Лавиния Lavinia; Лариана; Лилу
Лотта Lotta Lotte Шарлотта Charlotte Carlotta Шарлота Шарлотта : Charlie Lottie Lola Lotti Шарли
Люсьена Lucienne : Люся; Малуша; Марлена Марлен Marlene Marlena Марлін; Мелитина; Мстислава : Слава
Неонила Неоніла : Нила Неля; Нила Ніла : Нилка; Нора Nora; Пульхерия; Павлита; Ростислава : Слава Ростя
Святослава : Слава Свята; Сильвия Сільвія Sylvia Silvia Сильвия Sylvie Sylwia : Syl Сильва; Тина Тіна Tina
Томила : Тома; Урсула Ursula : Uschi; Целестина Celestine
Цецилия Cecilia Цецілія Cecily Cecile Сесилия Cäcilie Cecylia : Cissy Ciel Celia; Эльга; Юнія Юния Junia; Яролика
Акулина Килина Акилина : Куля Акуля; Феврония Февронія; Адриана Адріана Adriana Adrienne Adrianna : Ада; Валентия
Болеслава; Калина
`
