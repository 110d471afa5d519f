/**
 * English names of men with their nicknames, and names usual in English-speaking countries; written from general knowledge.
 * One name a line or between semicolons: full forms, a colon, nicknames. `=Form` adds to the name that has the form already.
 */
export const ENGLISH_MEN = `
John Jon Jonny Johann Johannes Giovanni Juan Jean Johan Joao Jan Hans Giovani Johnathon Джон Йоханн Иоганн Ганс Ioannis Йоган Йохан : Johnny Johnnie Jack Jackie Jock Hansi Джонни
Robert Roberto Rupert Роберт Robbert Ruprecht : Bob Bobby Rob Robbie Bert Bobbie Robby Боб Роб Роберто Берт Бобби
=William : Wm Bill Billy Will Willy Willie Liam Wills
Richard Ricardo Riccardo Ричард Річард Рихард Рішард Ryszard Reichard : Rick Dick Rich Richie Ricky Dickie Ric Ritchie Рик
Charles Charlie Шарль Чарльз Чарлз : Chuck Charley Chas Chip Chaz Charly Чарли Чак
James Джеймс Jaime Jaymes Diego Santiago Jacques : Jim Jimmy Jamie Jimmie Jem Jay Джим Джимми Jim Jameson
=Joseph : Joe Joey Jody Joy; =Thomas : Tom Tommy Thom Tomas; =Christopher : Chris Kit Topher Christy Cris
=Daniel : Dan Danny Dannie; =Matthew : Matt Matty Mat Mathew; =Anthony : Tony Ant Anton; =Mark
Donald Дональд Donal Доналд : Don Donnie Donny Дон; =Steven : Steve Stevie Stephan Steph; =Paul
=Andrew : Andy Drew Andie; Joshua Josh Джошуа Josue : Josh; Kenneth Кеннет Kennith : Ken Kenny Kennie Кен
Kevin Кевин Кевін Kevyn Kevan : Kev; Brian Bryan Bryant Брайан Браян Brien Brayan : Bri; =George : Georgie Geordie
=Edward : Ed Eddie Ned Ted Teddy Eddy; Ronald Рональд Ronaldo Роналд Ranald : Ron Ronnie Ronny Рон; =Timothy : Tim Timmy
Jason Jayson Джейсон Jaison : Jay Jase
Jeffrey Jeffery Geoffrey Geoffry Джеффри Джефри Godfrey Jeffry : Jeff Geoff Джефф; Ryan Rian Райан Ryen
=Jacob : Jake Jay Jakey; Gary Garry Гэри Гари : Gaz; =Nicholas : Nick Nicky Nico Nic
Jonathan Johnathan Jonathon Ионатан Джонатан Yonatan Jonatan : Jon Jonny Jonty Johnny Nathan
=Lawrence : Larry Lars Lawrie Laurie Loren; Justin Джастин Джастін; Scott Скотт : Scotty Scottie
Brandon Branden Brendon Brenden Брэндон Brandyn; =Benjamin : Ben Benny Benjie Benji Bennie Benn
=Samuel : Sam Sammy Sammie; =Gregory : Greg Gregg Gregor
Frank Francis Francesco Francisco Franz François Francois Фрэнк Франк Франциск Franciszek Frans Франц Франсуа Francesko : Frankie Fran Paco Franky Pancho Франческо
=Alexander : Alex Al Sandy Lex Xander Alec Alick; Raymond Раймонд Рэймонд Raimund Ramon Raymund : Ray Рэй
Patrick Patric Патрик Padraig Patrik Patricio Патрік : Pat Paddy Rick; Tyler Tylor Тайлер : Ty
Aaron Aron Аарон Arron Harun : Ronnie; Jose; =Adam; Nathan Nathaniel Nathanael Натан Натаниэль Nathanial : Nate Nat
Douglas Duglas Дуглас Douglass : Doug Dougie; =Peter : Pete Petey; Kyle Кайл; Noah Ной Noa : Ноа; Ethan Итан Eathan
Jeremy Jeremiah Джереми Jeremie Jeromy : Jerry Jez Jem; Keith Кит; Roger Rodger Роджер Rüdiger Rutger : Rodge Hodge
Terry Terrence Terence Terrance Теренс Терри : Tel Terri
Austin Augustine Augustus August Августин Остин Август Agustin Augusto Austen : Gus Gussie; Sean Shawn Shaun Шон Shon
Christian Kristian Cristian Christiaan Кристиан Крістіан : Chris Kris Christy; Albert Elbert : Al Bert Bertie; Willard
Gerald Jerald Gerard Gerhard Джеральд Герард Герхард Gerardo Gerrard Gerd Герд Gerold : Gerry Jerry Gerd Ged
Harold Harald Гарольд Harrold Харальд : Harry Hal; Henry Harry Гарри Харри : Hank Hal Harry Harrison
Carl Karl Карл Carlton; Arthur : Art Artie Arty; Russell Russel Рассел : Russ Rusty
Randall Randolph Randal Randy Рэндалл Rendall : Randy Rand; Philip Phillip : Phil Pip Philly; Juan
Louis Lewis Luis Луис Льюис Ludovic Lou : Lou Louie Lew; Bruce Брюс; Billy; Joe; Eugene : Gene
Bradley Bradly Брэдли Bradford Bradleigh : Brad; Jesse Jessie Джесси : Jess
Ralph Ральф Ralf Raoul Raul Рауль Rolf Рольф : Rafe; Roy Рой; Vincent : Vince Vinny Vin Vinnie; Eric Erik : Rick Ricky
Elijah Eli Elias : Eli Lije; Logan Логан; Alan Allan Allen Alain Алан Аллан Allyn Alun : Al; Wayne Уэйн Wain; Bobby
Dylan Dillon Дилан Dillan Dylon; Johnny; Philipp; Victor : Vic; Clarence Кларенс Clair : Clancy Clare; Ernest : Ernie
Martin Martyn : Marty; Craig Крейг; Stanley Стэнли Стэнлі : Stan; Shawn; Travis Трэвис
Leonard Lenard Leonardo Леонард Леонардо Leonhard Lennard : Len Lenny Leo Lennie; Earl Эрл Earle; Todd
Curtis Curt Kurt Conrad Konrad Курт Конрад Kurtis Corrado : Curt; Caleb Kaleb Калеб Cale Kayleb
Theodore : Ted Teddy Theo; Derek Derrick Dirk Deryck Дерек Derick Dietrich Дирк Deric Darrick : Del
Darren Daren Darin Darrin Даррен Darran; Darryl Daryl Darrell Darrel Дэррил Derrell; Dennis Denis : Den Denny
Neil Neal Niall Нил Nial Neill Neale; Nigel Найджел : Nige; Simon : Si Sim; Graham Graeme Грэм Grahame
Stuart Stewart Стюарт : Stu Stew; Gordon Гордон : Gord; Malcolm Малкольм : Mal; Trevor Тревор : Trev; Clive Клайв
Ross Росс; Ivor; Duncan Дункан; Hugh Hugo Хьюго Хью Гуго Ugo Гюго Huw : Hughie Huey; Howard Говард Ховард : Howie
Norman Норман Normand : Norm; Melvin Melvyn Мелвин : Mel; Marvin Марвин Mervin Mervyn Merv : Marv
Calvin Кальвин Келвин Kelvin : Cal; Edwin Эдвин Edvin Едвін : Ed Eddie Ned Win
Edmund Edmond Эдмунд Edmundo Едмунд Эдмонд : Ed Ted Ned Eddie; Alfred : Alf Alfie Fred Al Freddie
Frederick Fredrick Frederic Friedrich Federico Fredric Фредерик Фридрих Fryderyk Frédéric Fredrik Фрідріх Frederik : Fred Freddie Freddy Fritz Rick Фред Фриц Фредди Federigo
Fred Фред : Freddie Freddy; Clifford Клиффорд Clifton : Cliff; Clinton Клинтон : Clint; Wesley Westley Уэсли : Wes
Warren Уоррен; Lloyd Floyd Ллойд Флойд; Leroy Leeroy : Roy Lee; Lee Leigh Ли; Leslie Lesley Лесли : Les
Lester Leicester : Les; Cameron Kameron Кэмерон Camron Kamron : Cam; Connor Conor Conner Konnor Коннор Konner
Cody Kody Codey Коді; Jordan Jordon Jorden Джордан : Jordy Jory; Dustin Дастин : Dusty; Derrick; Blake Блейк; Chad Чад
Corey Cory Korey Kory Кори; Dale Dayle; Damon Деймон; Dean Deane Dene Дин
Dominic Dominick Dominik Доминик Domenico Domingo Домінік Domenic : Dom Nick Dominique; Dwayne Dwain Duane Дуэйн; Dwight
Elliott Elliot Eliot Eliott Эллиот; Ellis Эллис; Elmer Elmo; Evan Evans Bevan Эван : Ev; Felix
Finn Finlay Finley Финн Finnley Fynn Findlay; Garrett Garett Garret Gareth Гарет Garth Garreth : Gaz
Gavin Gaven Гэвин : Gav; Gilbert Gilberto Гилберт Gil : Gil Bert; Glenn Glen Glyn Глен Glynn; Grant Грант
Guy Guido Гвидо; Harvey Харви Harve : Harv; Herbert Heriberto Герберт : Herb Bert Herbie
Hubert Губерт Хьюберт Huberto : Bert Hugh; Humphrey; Hunter Хантер; Ian Iain Ean Иэн; Ira
Irving Irvin Ervin Erwin Irwin Эрвин Ирвин Ервін : Irv; Isaac : Ike Zac; Isaiah Izaiah; Ivan
Jackson Jaxon Jaxson Джексон : Jack Jax; Jack Джек Jak : Jackie; Jaden Jayden Jaiden Jaydon Джейден Jadon Jaidyn Jaydan
Jared Jarod Jarrod Jarred Jarrad Jerrod; Jarvis Gervase; Jay
Jerome Geronimo Jerónimo Иероним Джером Jérôme Hieronymus : Jerry; Jerry; Jesus; Joel Йоэль Джоэл Yoel Joell
Jonah Jonas Йонас Иона; Julian Jullian : Jules; Kirk; Lance Lancelot Launcelot Лэнс; Leonardo; Levi Leevi Леви
Luther Lothar Lothario Лютер; Lyle Lisle; Mason Мейсон
Maurice Morris Mauricio Moritz Морис Маурицио Moriz Maurizio Мориц Maurits : Mo Maury Moe; Max : Maxie
Miles Myles Майлз; Milton : Milt; Mitchell Mitchel Митчелл : Mitch; Morgan Морган; Murray; Nelson Нельсон; Noel
Oliver Olivier Оливер Olivero Oliviero Олівер : Ollie Oli Noll Olly; Omar Umar Умар Омар Omer; Oscar : Ossie
Owen Ewan Euan Оуэн Ewen Owain : Ewan; Parker; Percy Percival Персиваль; Perry Peregrine; Pierre; Preston
Quentin Quinton Quintin Квентин : Quint
Rafael Raphael Рафаэль Raffaele Rafał Rafail Рафаель Рафаил : Rafe Raf Рафа Рафик
Reginald Reynold Reinhold Рейнольд Реджинальд : Reg Reggie Rex; Rex Рекс; Rhys Reece Reese Рис Reise Reece
Riley Ryley Reilly Райли; Rodney Родни : Rod Roddy; Roderick Rodrigo Родриго Rodrick Broderick : Rod Roddy Rick
Roland Rowland Orlando Роланд Rolando Орландо : Rollie Rowley Roly; Rory
Rudolph Rudolf Рудольф Rodolfo : Rudy Rolf Рудик Dolf Руди; Sebastian : Seb; Seth Сет; Shane Shayne Шейн
Sidney Sydney Сидней : Sid Syd; Spencer Спенсер : Spence; Sylvester; Terrell; Tobias Toby Тобиас Tobin Тобіас : Toby
Toby; Tom; Tristan Tristram Тристан Trystan Tristen Triston; Troy Трой; Vaughn; Vernon : Vern Vernie
Wallace Wallis : Wally; Walter : Walt Wally Wat; Warner Werner Вернер; Wendell; Wilfred Wilfrid : Wilf Fred
Wilbur Wilbert; Winston Уинстон : Win; Xavier Javier Ксавье Xaver Хавьер : Xav; Zachary : Zach Zack Zac Zak Zeke
Ezekiel Hezekiah : Zeke Zek; Ezra Эзра; Lachlan Lochlan Lachlann Lauchlan : Lachie Lockie; Angus Ангус : Gus
Callum Calum Kallum Каллум Colum : Cal; Colin Collin Колин Kolin; Cooper Couper; Declan Деклан
Desmond Дезмонд : Des Desi; Drew; Elton; Flynn; Fraser Frazer Frasier; Hamish; Hayden Haydn Haden Haydon Хайден Heydon
Heath; Hudson; Jai; Jett Jet; Jesper Casper Kasper Jasper Gaspar Каспар Caspar Gaspard Kaspar; Kai Кай Kye Ky
Kane Cain Kain Kayne; Lincoln : Linc; Bailey Baily Bayley; Beau Bo; Brodie Brody Broady; Brock; Bradman; Byron Байрон
Chase; Clark Кларк Clarke; Clayton Клейтон : Clay; Cole Коул Koal; Dallas; Damien; Dante Durante Данте; Darcy D'Arcy
Dashiell : Dash; Devon Devin Deven Devan; Digby; Eamon Eamonn; Easton; Edgar; Emmett Emmet; Ewart
Fergus Fergal Ferguson : Fergie; Finnian; Gabriel : Gabe; Griffin Griffith Griff; Heathcliff
Hector Гектор Ettore Hektor; Homer Гомер; Horace Horatio Гораций Horacio; Ignatius : Iggy; Jamal Джамал Jamaal Cemal
Jarrett; Jefferson : Jeff; Joaquin; Judah Jude Judas; Kaden Caden Kayden Caiden Kaiden Cayden; Keegan; Kelly; Kent
Kieran Kieren Ciaran Kieron Keiran; Kingsley King; Lane; Leander; Leif Лейф; Lionel Лионель Lyonel; Lorne; Luther
Magnus Магнус; Marshall Marshal Маршалл; Maxwell : Max; Mohammed; Monty Montgomery Montague; Mortimer : Mort; Ned
Otto Отто Otis Odo; Orson Orsino; Patton; Phineas; Ramsay; Raleigh; Reuben; Rocco Rocky; Ronan; Rowan Rohan; Royce
Sherwood; Sheldon Шелдон; Silas; Solomon; Sterling Stirling; Talbot; Tate; Thane; Tyrone Tyron Тайрон : Ty; Tyson
Ulysses Odysseus Улисс; Vance; Virgil Вергилий Virgilio; Wade Уэйд; Walker; Wyatt Wiatt; Zane; Zeke; Abel Авель; Abner
Alvin Alwyn Алвин Элвин : Al; Amos; Archibald Арчибальд : Archie Archy Baldie; Archer
Barnaby Barnabas Barney Варнава Bernaby : Barney; Barry Барри : Baz Barrie; Bartholomew : Bart
Bernard Bernhard Бернард Bernardo Bernd Бернхард Bernardino Barnard : Bernie Barney; Bertram Bertrand : Bert Bertie
Boyd; Brett Bret; Brent; Burton Burt; Cecil Сесил; Chester : Chet; Claude Claudio Claudius Клод Клаудио Клавдий
Clement : Clem; Cornelius Корнелий Корней Корній : Corny Neil Con; Cuthbert; Cyrus Сайрус Kyros : Cy
Darius Dario Дариус; Ebenezer : Eben; Egbert : Bert; Enoch Енох; Ephraim; Erasmus; Ethelbert; Ezequiel
Fabian Fabio Фабиан Fabien Fabiano Фабио; Ferdinand Fernando Hernando Фердинанд Фернандо Fernand : Ferdy Nando
Franklin Franklyn Франклин : Frank; Gerrit; Giles Gilles Жиль; Godwin; Gustav Gustave Gustavo Густав Gus : Gus Гус; Hal
Hiram; Hyman Chaim Хаим Hyam; Ichabod; Jedidiah Jed; Jethro; Job; Josiah; Lambert Lammert Ламберт : Bert; Lemuel : Lem
Leopold Leopoldo Леопольд : Leo Poldi; Lucian; Ludwig; Manfred Манфред : Fred Manni; Marmaduke : Duke; Merlin Merlyn
Micah Myka; Nehemiah; Obadiah; Octavius Octavio Октавиан; Osbert; Osmond Osmund Осмонд
Oswald Освальд Osvaldo : Oz Ozzie Ossie; Quincy; Rufus Руфус; Samson; Septimus
Sigmund Siegmund Zygmunt Зигмунд Sigismund Сигизмунд Зигмунт : Siggi; Solomon; Thaddeus; Tiberius; Titus; Uriah
Valentine; Zebulon; Zephaniah
`
