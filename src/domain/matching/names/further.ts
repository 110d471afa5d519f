/**
 * Given names that the other lists lack, one spelling each: from the lists of given names (ru, uk, en, de, pl) of the npm package
 * @faker-js/faker 9, MIT licence, those that are not rather family names or words.
 */
export const FURTHER_MEN = `
  Автоном Агап Аггей Азарий Амвросий Ананий Андроник Аникей Аникита Антонин Арефий Афиноген Бажен Болеслав Боян Будимир
  Викторин Вышеслав Галактион Гостомысл Гремислав Добромысл Евграф Евлампий Евстигней Елизар Ермил Измаил Изот Ипат
  Ипатий Каллистрат Капитон Корнил Куприян Лонгин Лучезар Любосмысл Милен Милован Митофан Модест Мокей Наркис Никандр
  Никанор Нифонт Олимпий Остромир Панфил Парфен Пимен Порфирий Прокл Радим Радован Ратибор Рюрик Савватий Светозар
  Селиван Селиверст Силантий Сократ Стоян Твердислав Творимир Терентий Федосий Федот Феоктист Ферапонт Фирс Флорентин
  Фока Фортунат Харлампий Чеслав Ювеналий Януарий Аврелій Азарій Алевтин Анастас Анастасій Антін Божемир Божен Боримисл
  Братимир Братислав Братомил Братослав Брячислав Біломир Білослав Велемир Всевлад В’ячеслав Гарнослав Горимир Градимир
  Далемир Даромир Добромир Добромисл Зборислав Звенигор Звенимир Звенислав Земислав Зеновій Златомир Зоремир Зореслав
  Ладомир Лук’ян Любодар Любозар Мар’ян Мусій Олелько Орхип Ратимир Родослав Семибор Славолюб Славомир Сніжан Стожар
  Хвалимир Хорив Щастислав Яровид Яромил Alfonso Alonzo Alton Angelo Arnold Aubrey Brendan Casey Cedric Cesar Clyde
  Darnell Delbert Dewey Dexter Everett Forrest Grady Ismael Israel Jermaine Lamar Leland Lonnie Lowell Marlon Merle
  Orville Ramiro Rogelio Salvatore Saul Woodrow Alessio Amar Ansgar Arda Arian Armin Arne Arno Arved Ayman Baran Baris
  Bastian Batuhan Benno Berat Berkay Bilal Bjarne Bruno Burak Cedrik Cem Christiano Claas Corvin Davin Dorian Ecrin Efe
  Ege Emirhan Emre Enes Enno Eren Fabrice Fiete Florian Furkan Gian Gianluca Gino Giuliano Hannes Hanno Hauke Hennes
  Henning Iven Jannes Jano Janosch Jari Jarne Jarno Jaron Jeremias Jonte Joost Joris Joscha Josua Justus Kaan Keanu
  Kenan Keno Kerem Kerim Kian Kilian Klaas Koray Korbinian Lasse Laurens Laurenz Leandro Lennart Lennert Lennox Levent
  Levin Lian Lias Lino Linus Lio Lorenz Loris Luan Lucien Maddox Mads Malte Marcel Marius Marlo Mathis Matis Mattes
  Matthis Mattis Meik Mert Mikail Milo Mirac Morten Nevio Niels Nils Odin Oke Onur Pascal Piet Pius Quirin Raik Rasmus
  Rico Salih Santino Selim Semih Sinan Sönke Sören Taha Tamino Tammo Tarik Thilo Thorben Thore Thorge Tiago Til Till
  Tillmann Tizian Tjark Torben Tore Umut Veit Vito Vitus Yasin Youssef Yven Yves Agaton Alwar Ambroży Ansgary Arkadiusz
  Arseniusz Arystarch Atanazy Baldwin Bazyli Błażej Cecyliusz Cezary Dariusz Demetriusz Dionizy Eleazar Eliasz Eugeniusz
  Eustracjusz Filemon Galfryd Gerazym Gonsalwy Hieronim Hipolit Innocenty Ireneusz Izajasz Izydor Janusz Jeremiasz Jozue
  Juliusz Kalistrat Klarencjusz Klaudiusz Konstanty Kornel Korneliusz Ksawery Ksenofont Kwintyn Laurencjusz Laurenty
  Marceli Maurycy Modest Mojżesz Nazariusz Nikodem Pankracy Pantaleon Patrycjusz Patrycy Porfiriusz Porfiry Prokles
  Prokul Rajnold Salwator Serafin Sergiusz Spirydion Terencjusz Tobiasz Walenty Walgierz Wawrzyniec Witalis Zachariasz
  Łazarz`

export const FURTHER_WOMEN = `
  Акулина Синклитикия Феврония Аврелія Агапія Адріана Анатолія Антонида Аполлонія Аркадія Артемія Афанасія Благовіста
  Богуслава Болеслава Білослава Біляна Віленіна Віліна В’ячеслава Далеслава Дарислава Добромила Добромира Добромисла
  Доброслава Долеслава Доляна Звенислава Зореслава Квітослава Ликера Любислава Люборада Любослава Людомила Мальва
  Мар’яна Мечислава Милодара Мокрина Немира Огняна Ореста Орислава Оріяна Потішана Радослава Раїна Сміяна Февронія
  Adrienne Alma Arlene Belinda Brandi Casey Cecelia Darla Desiree Dixie Eula Eunice Fannie Geneva Inez Laverne Lorene
  Lula Mable Melba Melinda Mindy Nettie Ora Paulette Ramona Rochelle Shawna Adriana Alea Aleyna Allegra Amira Annalena
  Anneke Annelie Annemarie Anni Anny Anouk Arda Arwen Aurelia Aylin Ayse Azra Ceyda Ceylin Charlotta Chayenne Cheyenne
  Clarissa Corinna Cosima Defne Ecrin Elanur Elea Eleni Eliana Elif Emelie Enie Esma Fabienne Felicitas Felina Femke
  Florentine Franka Frederike Friederike Giuliana Helin Henrike Hermine Ilayda Imke Irem Janin Janine Jella Jette
  Joelina Joeline Joelle Joleen Jolie Jolien Jolin Jolina Joline Josefin Josephin Josy Julienne Julika Julina Kaja Kaya
  Kayra Kiana Korinna Leana Leandra Letizia Levke Lia Liah Linnea Lisann Lisanne Luana Luna Luzie Lya Madita Maike
  Mailin Maira Malin Malina Mareike Marieke Mariella Marit Marla Maxima Mayra Medina Medine Meike Melike Melina Melis
  Merle Merve Mette Mieke Miray Naemi Nia Nisa Philine Pia Rania Riana Rieke Rike Romina Ronja Samia Saphira Silja Sina
  Sinja Smilla Soraya Stina Sude Svea Svenja Tabea Talea Tamia Tamina Thalea Tia Tomke Tuana Wibke Wiebke Yaren Ylvi
  Ylvie Zehra Amabela Bibiana Bibianna Estera Eudokia Eudoksja Ferdynanda Filipa Ginewra Gracja Henryka Jakubina Judyta
  Julita Józefina Konstancja Koralia Ksawera Laurentyna Ludwika Malwina Michalina Patrycja Rachela Ruta Sybilla Tacjana`
