import { foldWord } from './fold.js'

/** Given names that end like family names, or that people write first; enough to tell the order of two words. */
const GIVEN = `александр александра алексей алёна алена алина алла анастасия анатолий андрей анна антон аня аркадий артём артем
  богдан борис вадим валентин валентина валерий валерия василий вера вероника виктор виктория виталий влад владимир
  владислав вячеслав галина геннадий георгий глеб григорий даниил дарья денис дима дмитрий ева евгений евгения егор
  екатерина елена елизавета жанна иван игорь илья инна ирина карина катя кирилл константин ксения лариса лев леонид лидия
  лилия любовь людмила маргарита марина мария марк маша михаил надежда наталия наталья никита николай нина оксана олег
  ольга павел петр пётр полина роман руслан саша светлана святослав семен семён сергей софия станислав степан таисия
  тамара татьяна тимур ульяна федор фёдор филипп эдуард элла эльвира юлия юрий яков яна ярослав
  анастасія анатолій андрій артур валентин валерій василь віктор вікторія віталій володимир галина ганна григорій дарина
  дмитро євген євгенія ілля інна ірина катерина кирило костянтин лариса леонід лідія людмила максим марія микита микола
  михайло надія назар наталія олександр олександра олексій олена ольга павло петро сергій соломія софія степан тарас
  тетяна федір юлія юрій яна ярослава
  зина зинаида зоя ян таня оля лена юра юля коля вася петя миша лёша лёха костя вова вовка паша гена толя витя женя настя
  даша соня лиза люда люба надя галя света наташа ира рита вика лера ксюша тоня рома стас слава гриша боря лёня тёма ваня
  леся оленка іванка богдана орися остап петрик юрко андрійко данило матвій матвей тимофей тимофій захар савва мирон
  рашид мамед гасан али алия айгуль айнур азамат арман армен ашот гульнара гульназ дамир дина ильдар ильнур камила камиль
  марат нурлан рамиль ренат ринат рустам салават самир тигран фарид эльдар эмиль динара лейла зарина мадина руфат расул`

/** The most usual ones in English, where a city in two words looks like a person. */
const GIVEN_LATIN = `adam alan albert alex alexander alice alison amanda amy andrew angela ann anna anne anthony arthur barbara
  ben benjamin betty bill bob brandon brian bruce carl carol caroline catherine charles charlotte chris christian christina
  christine christopher claire daniel david deborah dennis diana donald donna dorothy edward elizabeth emily emma eric erik
  eugene frank fred gary george grace gregory hannah harry heather helen henry hugh ian jack jacob james jane janet jason
  jean jeff jeffrey jennifer jeremy jessica jim joan joe john jonathan joseph joshua joyce julia julie justin karen kate
  keith kelly kenneth kevin kimberly kyle larry laura lauren lawrence lee leo linda lisa louis lucy luke margaret maria
  mark martha martin mary matthew megan melissa michael michelle mike nancy natalie nathan nicholas nicole noah oliver
  olivia pamela patricia patrick paul peter philip rachel ralph raymond rebecca richard robert robin roger ronald rose roy
  russell ruth ryan samuel sandra sara sarah scott sean sharon simon sophia stephanie stephen steve steven susan taylor
  teresa thomas tim timothy tom tony tyler victor victoria vincent virginia walter wayne william conor`

let given: Set<string> | null = null

/** Is the word a given name that is known here, in any case and alphabet? Of a double name, every part. */
export function isGiven(word: string): boolean {
  // Folded when first needed: most commands never split a name.
  given ??= new Set(`${GIVEN} ${GIVEN_LATIN}`.split(/\s+/).map(foldWord))
  if (!word.includes('-')) return given.has(foldWord(word))
  return word.split('-').every((part) => given?.has(foldWord(part)))
}
