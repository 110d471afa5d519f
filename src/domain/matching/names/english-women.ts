/**
 * English names of women with their nicknames, and names usual in English-speaking countries; written from general knowledge.
 * One name a line or between semicolons: full forms, a colon, nicknames. `=Form` adds to the name that has the form already.
 */
export const ENGLISH_WOMEN = `
=Maria : Molly Polly Mamie May Mae Minnie Mary
=Elizabeth : Liz Lizzy Beth Betty Bess Eliza Libby Lisa Betsy Elsie Lilibet; =Patricia : Pat Patty Trish Tricia Paddy
Jennifer Дженнифер Jenifer : Jen Jenny Jenn Jennie Jeni Дженни Jenna; Linda Lynda Линда Лінда : Lindy Lyn Lin Lindie
=Barbara : Barb Barbie Babs Bobbie; =Susan : Sue Suzy Susie
Jessica Джессика Jessika Jesica Джесика Jessicah : Jess Jessie Jessy
Sarah Sara Сара Сарра Sarai Sariah : Sally Sadie Sal Сарочка Sallie
Karen Karin Caren Карин Carin Karyn Caryn Karan : Kari; =Lisa; Nancy Ненси Нэнси : Nan Nance Nanci; Betty
Margaret : Maggie Peggy Meg Madge Daisy Peg Margie Marge Greta Rita Midge Maisie Mags; Sandra Sondra : Sandy Sandi
Ashley Ashleigh Ashlee Эшли Ashly Ashlie Ashli : Ash; Kimberly Kimberley Кимберли Kimberlee : Kim Kimmy Kimmie
=Emily : Em Emmy Millie Emmie; Donna Донна
Michelle Michele Мишель Мишелль Micheline : Shelly Shell Chelle Shelley Mickie
=Dorothy : Dot Dottie Dolly Dora Dodie Thea Doll; Carol Carole Carroll Karol Кэрол Carrol : Carrie
Amanda Аманда : Mandy Manda Mandi; Melissa : Mel Missy Lissa; Deborah : Deb Debbie Debby Debi Debs
=Stephanie : Steph Stevie Stephie; Rebecca : Becky Becca Beck
Sharon Sharron Шэрон Шарон Sharyn Sharen : Shari Shaz Sherry Sherri; Laura : Laurie Lori Lolly
Cynthia Cinthia Синтия Cyntia : Cindy Cindi Cyndi
Kathleen Cathleen Кэтлин Kathlyn Katleen Kathlene Кетлін : Kathy Kate Katie Kath Cathy Kay Kit
Amy Aimee Ami Эми Эйми Amie Aimée; Shirley Ширли : Shirl; Angela : Angie Ange; =Helena : Nell Nellie Lena Nelly
Ellen Ellyn Эллен Elin : Nell Nellie Ellie Nelly; =Anna : Annie Nan Nancy Nanette Nina; Brenda Бренда : Bren
Pamela Памела Pamella : Pam Pammy; Nicole : Nicky Nikki; Emma : Em Emmie
Samantha Саманта Samanta Semantha : Sam Sammy Sammie; =Catherine : Kate Katie Kathy Cathy Kat Kitty Kit Kay Kath Katy
Kate Катэ Cate Кейт : Katie Katy; =Christina : Chris Tina Chrissy; Debra
Rachel Rachael Rachelle Рахиль Рейчел Raquel Rachele Rahel Rachell Рашель : Rach Ray Rae Shelly
Carolyn Carolynn Karolyn Carolyne : Carol Carrie Lyn Caro; Janet Janette Джанет : Jan; Heather Хизер Heathar; Maria
Diane : Di; Julie Джули : Jules; Joyce Джойс : Joy; Victoria : Vicky Tori; Kelly Kelley Келли Kellie Kelli Keli : Kel
Joan; Evelyn : Eve Evie Lyn; Lauren Loren Лорен Laurin Lauryn Laurren : Laurie Ren Lori
Judith Юдит Джудит Judit Юдифь Юдіф : Judy Jude Judi Jodie; Megan Meghan Меган Meagan Meaghan Meghann : Meg Megs
Alice : Allie; Jean Jeane Джин : Jeanie; Cheryl Sheryl Cherryl Шерил Cheryll Sherryl : Cher Cherry Sherry Sheri
Mildred : Millie Milly; Joan Jone Джоан; Olivia Оливия Олівія Olyvia Alivia : Liv Ollie Livvy Livia Livy; Ann
Hannah Hanna Hana Chana Ханна Хана; Gloria
Jacqueline Jaqueline Jacquelyn Жаклин Jacquelin Jacquelyne Jaclyn Jacklyn Жаклін : Jackie Jacqui Jacky
Martha : Marty Mattie Patty; Teresa; Marie; Frances : Fran Fanny Frankie Frannie Francie; Janice Janis Дженис Janise
Grace Gracie Грейс Graziella Grazia Грация : Gracie
Abigail Abbigail Abigayle Абигейл Abagail Avigail : Abby Gail Abbie Abi Gayle
Alison Allison Alyson Элисон Allyson Alisson : Ali Allie Al; Andrea Андреа Andrée Andria : Andie Andi Drea
Annabel Annabelle Annabella Аннабель Anabel Anabelle : Belle Bella Annie; Anita Аніта Анита : Nita; April Апрель Avril
Audrey Одри Audry Audra Одрі; Ava Эйва; Beatrice : Bea Bee Trixie; Bernadette Бернадетт Bernadetta : Bernie
Bernice Berenice : Bernie Bunny; Bertha; Beverly Beverley Беверли : Bev
Blanche Bianca Бьянка Бланш Blanca Bianka Біанка; Bonnie Bonny
Bridget Brigid Brigitte Бриджит Birgit Brigitta Bridgette Bridgett Бригитта Brigette Birgitta Брігіта : Biddy Bridie Gitta Gitte
Brittany Britney Brittney Бритни Brittani Britany : Britt Brit; Camille; Candace Candice Kandace : Candy Dacey
Carla Karla Карла Charla; Carmen Carmela Кармен Carmella Carmel Кармела; Carrie Kerrie Karrie
Cassandra Kassandra Кассандра Casandra : Cass Cassie Sandra Sandy Cassy; Cecilia : Cissy Celia
Charlene Sharlene Шарлин Charleen : Charlie Char; Charlotte : Charlie Lottie Lola Lotte Char Tottie
Chelsea Chelsie Челси Chelsey Chelsee; Chloe Chloé Хлоя Cloe Khloe; Claire Clair Clare Клэр; Colleen Coleen
Courtney Courteney Кортни Kourtney Courtnay; Crystal Krystal Crystle Кристал Chrystal; Daisy Дейзи : Daise; Dana Dayna
Danielle : Dani Danni Danny; Darlene Darleen; Dawn; Deanna Deana Deanne Deane : Dee; Delia Делия
Delores Dolores Долорес : Lola Dee; Denise Denice Дениз Дениза Denyse : Neecy; Doreen Dorene
Doris Dorris Дорис : Dorrie; Dolly; Edith Едіт : Edie; Edna; Eileen Aileen Ilene Эйлин Ayleen
Elaine Elayne Элейн Ilaine : Lainey; Eleanor : Ellie Nell Nellie Nora Lenore; Elsie; Erin Aeryn Эрин Erinn; Ernestine
Ethel; Eve; Faith Фейт : Fay; Faye Fay Фэй; Felicity : Fliss Flick; Florence : Flo Florrie Flossie; Gail Gayle Gale
Gabrielle Gabriella Gabriela Габриэлла Габриэла Gabriele Габріела Gabriell : Gabby Gaby Gabi Gabbie Brie Ella Габи
Gemma Jemma Джемма; Genevieve Genoveva Женевьева Genowefa Женев'єва : Gen Jenny Viv Eve; Geraldine : Gerry Geri Jerry
Gillian Jillian Джиллиан : Jill Gill Jilly Gilly; Gina Джина; Ginger; Gladys; Glenda
Gwendolyn Gwendoline Гвендолин Gwyneth Gwenda Gwen : Gwen Wendy Gwennie
Haley Hayley Hailey Хейли Haylee Hailee Hayleigh; Harriet Harriett Harriette Гарриет : Hattie Harry; Hazel
Hilda Hilde Гильда Hildegard Hildegarde Хильда Хильдегард; Holly Hollie Холли; Hope; Ivy Айви; Irma Ирма Irmgard Erma
Iris Айрис Ирис; Isabella : Izzy Bella Belle; Isla Ayla Aila; Ivy; Jacinta; Jade Jayde Jada
Jane Jayne Джейн : Janie Jenny Jan; Jasmine : Jaz; Jeanne; Jenna; Jill; Jillian; Jo
Joanna Joanne Johanna Joann Jo-Anne Joana Johanne Джоанна Йоанна Иоанна Giovanna Juana : Jo Joey Joanie
Jocelyn Joselyn Joceline Jocelin : Joss; Jodie Jody Jodi; Jordan; Josephine : Jo Josie Fifi; Joy; Judy Judi; Juanita
Juliet; June; Kara Cara
Katelyn Caitlin Kaitlyn Caitlyn Kaitlin Кейтлин Katelin Katelynn Kaitlynn Caitlan Kaitlan Katlyn : Kate Katie Cait Kait
Kayla Kaila Кейла Cayla Kaylah; Kaylee Kayleigh Kaley Cayley Kailey Kaleigh; Kendra; Kerry Kerri Keri Kerrie Керри
Kirsten Kirstin Kirstie Kersten : Kirsty; Kristen Kristin; Kristi; Kylie Kiley Kyly Кайли Kyleigh Kylee; Lana; Lara
Latoya; Leah; Leanne Lianne Leann Leeann Leeanne; Leila Layla Laila Leyla Лейла Lyla Leilah Laylah
Leona Leonie Leone Леони Леонія; Leslie Lesley Лесли : Les; Lillian : Lily Lil
Lindsay Lindsey Linsey Lyndsey Линдси Lyndsay Lynsey : Lin; Lois; Loretta; Lorna; Lorraine Loraine Лоррейн : Lori Rainey
Louise Louisa Luise Луиза Luisa Lou Луїза Ludovica Луиз : Lou Lulu Lou; Lucille Lucile : Lucy
Lynn Lynne Lyn Lynette Линн Linnet : Lyn; Mabel Maybelle; Mackenzie Mckenzie Makenzie Маккензи : Kenzie Mac
Madison Maddison Мэдисон Madyson Madisyn : Maddie Maddy
Makayla Mikayla Michaela Mikaela Mikhaila Микаэла Mckayla Makaela Michaila Micaela Michalea : Kayla Mika Mikki; Mallory
Marcia Marsha Marcy Marcella Марсия Marzia Марчелла : Marcie; Margot
Marilyn Marylin Мэрилин Marilynn Merilyn Marylyn : Lyn; Marion Marian Марион; Marissa Marisa Мариса
Marjorie Margery Marjory : Marge Margie; Marlene; Maureen Maurine Морин : Mo; Maxine; Meredith : Merry
Mercedes Мерседес; Mia Mya Миа; Millicent : Millie Milly; Millie; Minnie Мінни; Mia
Miriam Мириам Мирьям Miryam : Mim Mimi; Molly Mollie; Monica; Muriel; Myrtle; Naomi Наоми Noemi Noemie Naomie; Natasha
Nora Norah; Norma Норма; Paige Пейдж Page; Paula; Pauline; Pearl; Penelope Пенелопа Penelopa : Penny; Penny
Petra Петра Pierrette; Phoebe Фиби Pheobe; Phyllis Филлис : Phyl; Piper; Poppy; Priscilla Присцилла : Cilla Prissy
Prudence : Prue; Rae; Regina : Gina; Rhonda Ronda; Roberta Роберта : Bobbie Bobby Robbie Berta; Robin Robyn Робин Робін
Rosalind : Roz Ros Linda; Rosemary Rosemarie Розмари Rose-Marie : Rose Rosie Romy; Ruby Рубі; Ruth : Ruthie; Sabrina
Sadie; Sally Салли Sallie : Sal; Savannah Savanna Саванна Savana; Scarlett Scarlet Скарлетт
Selena Selina Celine Селин Celina Селена Selene Céline Селіна; Selma Сельма Zelma; Shannon Шеннон Shanon Shannan
Sheila Sheilah Шейла Sheela Shelagh; Shelby; Shelley Shelly Шелли; Sherry Sherri Sheri Sherrie Cherie; Sienna Siena
Sierra Ciera Cierra; Simone Симона Simona Симона; Skye Sky Skylar Skyler; Stacey Stacy Стейси Staci Stacie : Stace
Summer; Sydney Sidney Сидни Sydnee; Sylvia : Syl; Tabitha : Tabby; Tamara : Tammy; Tammy Tammi Tammie; Tanya Tania Tonya
Tara Тара; Tatum; Taylor Tayla Тейлор Taylah Tayler; Teagan Tegan Teigan Teaghan; Tessa Tess; Thelma
Tiffany Tiffani Тиффани Theophania Tifany : Tiff Tiffy; Tina; Tracy Tracey Traci Tracie Трейси Tracee; Trinity; Trudy
Una Oona; Ursula; Valerie : Val; Vanessa Ванесса Venessa : Nessa Ness Vanny; Velma; Vera; Verna
Veronica : Ronnie Vera Roni; Viola; Violet : Vi Lettie
Virginia Виргиния Вирджиния Verginia Віргінія : Ginny Ginger Gina Ginnie Virgie
Vivian Vivienne Вивиан Viviana Vivien Вивьен Viviane Вівіан : Viv Vivi; Wanda; Wendy Венди Wendi Венді; Whitney Уитни
Wilhelmina Wilma Вильгельмина Вільгельміна Willemina : Mina Minnie Billie Willa Minna; Wilma
Winifred : Winnie Freda Win; Yvonne Ивонна Evonne Ивон Yvone Івонна; Yvette Ивет Ivette; Zara Zarah Зара; Zelda
Ada Adah; Alana Alanna Alannah Alannah Allana; Alyssa Alissa Elissa Алисса Allyssa : Lyssa Aly; Amber Эмбер
Amelia : Amy Millie Mia Mellie; Anastasia : Stacy; Angelica : Angie; Anneliese Annelise Анелиз Annalise Annalisa
Arabella : Bella Ara; Ariel Arielle; Astrid Астрид; Autumn; Bethany Бетани : Beth Bethy; Bronte; Bronwyn Bronwen
Briana Brianna Bryanna Brianne Breanna Breanne Бриана Brieanna : Bree Bri Brie; Brooke Brook; Caitlin
Carly Carley Karly Carlie Carlee Karlie; Celeste Celestine Селеста; Charity; Chantelle Chantal Shantelle Шанталь Shantel
Cordelia : Delia Cordy; Cora Coral Coralie; Dakota; Daphne Дафна; Demi; Destiny; Ebony; Eden; Elena; Eliza; Elise Elyse
Eloise Элоиза Heloise; Elodie; Ella; Ellie Elle Elly; Emmeline; Esme Esmé; Eugenia : Genie; Evie; Fern; Francine
Freya Freyja Фрейя; Georgia : Georgie; Gisele Giselle Gisela Жизель Gizela; Gretchen; Gretel; Guinevere; Heidi Хайди
Henrietta : Hettie Etta; Imogen Imogene Имоген; Indiana India : Indi Indy; Ingrid Ингрид Інгрід
Isadora Isidora : Dora Izzy; Jemima : Mima Jem; Jenny Jennie Дженни Jeni; Jorja Georgia; Keira Kiera Keera; Keisha
Kiara Ciara Chiara; Kristal; Lacey Lacy; Laney; Leticia Letitia Летиция : Letty Tish; Lucinda : Lucy Cindy
Lydia : Lyddie; Lyra; Mabel; Maeve; Magnolia; Maisie; Marcella; Matilda : Tilly Mattie; Maud Maude; Mavis; Maya
Melody Melodie; Mercy; Nadine; Nerida; Nevaeh; Noelle Noel; Octavia Октавия Октавія; Odette; Olive Oliva; Opal
Ophelia Офелия; Paris; Portia; Primrose; Rhiannon; Rosalie; Rowena; Saffron; Saskia; Shauna; Shania; Shona; Sinead
Siobhan; Sonia Sonja Sonya; Stella; Tahlia Talia Thalia Талия Talya; Tansy; Thea; Tiana Tianna; Tilly Tillie; Trixie
Willow; Xanthe; Yasmin; Yolanda; Zoe Zoey
`
