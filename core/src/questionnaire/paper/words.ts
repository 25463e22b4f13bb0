/** What a printed questionnaire says by itself, in the language of the person who fills it in. */
export interface PaperWords {
  readonly sheetNumber: string
  readonly organisation: string
  readonly municipality: string
  readonly phone: string
  readonly howTo: string
  readonly one: string
  readonly many: string
  /** Finds in a question's own help what would be said twice. */
  readonly saysMany: RegExp
  readonly saysNoNames: RegExp
  readonly atMost: (max: number) => string
  readonly oneInRow: string
  readonly manyInRow: string
  readonly letterInRow: string
  readonly rank: (top: number) => string
  readonly number: string
  readonly year: string
  readonly write: string
  readonly locality: string
  readonly agree: string
  readonly onlyIf: (condition: string) => string
  /** Of a text that asks nothing. */
  readonly textOnlyIf: (condition: string) => string
  readonly sectionOnlyIf: (condition: string) => string
  readonly rowsOnlyIf: (condition: string) => string
  readonly optionsOnlyIf: (condition: string) => string
  readonly item: (name: string, number: number) => string
  readonly moreItems: string
  readonly part: (number: number) => string
  /** After these answers one goes on at the question of a number; `null`: nothing more is asked. */
  readonly skip: (labels: readonly string[], number: string | null) => string
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const polish: PaperWords = {
  sheetNumber: 'Numer arkusza',
  organisation: 'Organizacja',
  municipality: 'Gmina',
  phone: 'Telefon',
  howTo: 'Prosimy zaznaczać odpowiedzi znakiem X w kratce, a teksty i liczby wpisywać drukowanymi literami.',
  one: 'Prosimy zaznaczyć jedną odpowiedź.',
  many: 'Można zaznaczyć wiele odpowiedzi.',
  saysMany: /kilka|wiele/i,
  saysNoNames: /nie (wpisywać|podawać) (imion|nazwisk)/i,
  atMost: (max) => `Można zaznaczyć najwyżej ${max} ${max === 1 ? 'odpowiedź' : 'odpowiedzi'}.`,
  oneInRow: 'Prosimy zaznaczyć jedną odpowiedź w każdym wierszu.',
  manyInRow: 'W każdym wierszu można zaznaczyć wiele odpowiedzi.',
  letterInRow: 'Prosimy wpisać w każdym wierszu literę odpowiedzi.',
  rank: (top) =>
    `Prosimy wpisać w kratkach liczby od 1 do ${top}: 1 przy najważniejszej odpowiedzi, potem kolejne.`,
  number: 'Prosimy wpisać liczbę.',
  year: 'Prosimy wpisać rok.',
  write: 'Prosimy nie wpisywać imion, nazwisk ani adresów.',
  locality: 'Prosimy wpisać nazwę miejscowości.',
  agree: 'Tak, zgadzam się',
  onlyIf: (condition) => `Prosimy odpowiedzieć tylko, jeśli ${condition}.`,
  textOnlyIf: (condition) => `To dotyczy tylko sytuacji, gdy ${condition}.`,
  sectionOnlyIf: (condition) => `Tę część prosimy wypełnić tylko, jeśli ${condition}.`,
  rowsOnlyIf: (condition) => `Prosimy wypełnić tylko te wiersze, w których ${condition}.`,
  optionsOnlyIf: (condition) => `Prosimy wybierać tylko spośród odpowiedzi, dla których ${condition}.`,
  item: (name, number) => `${capital(name)} ${number}`,
  moreItems: 'Jeśli zabraknie miejsca, prosimy dopisać pozostałe na osobnej kartce.',
  part: (number) => `Część ${number}`,
  skip: (labels, number) =>
    `Jeśli ${labels.map((label) => `„${label}”`).join(' lub ')}, proszę przejść ${number === null ? 'na koniec ankiety' : `do pytania ${number}`}.`,
}

const ukrainian: PaperWords = {
  sheetNumber: 'Номер аркуша',
  organisation: 'Організація',
  municipality: 'Ґміна',
  phone: 'Телефон',
  howTo:
    'Позначайте, будь ласка, відповіді знаком X у клітинці, а тексти й числа вписуйте друкованими літерами.',
  one: 'Позначте, будь ласка, одну відповідь.',
  many: 'Можна позначити кілька відповідей.',
  saysMany: /кілька|декілька/i,
  saysNoNames: /не вписуйте імен/i,
  atMost: (max) =>
    `Можна позначити не більше ніж ${max} ${max === 1 ? 'відповідь' : max < 5 ? 'відповіді' : 'відповідей'}.`,
  oneInRow: 'Позначте, будь ласка, одну відповідь у кожному рядку.',
  manyInRow: 'У кожному рядку можна позначити кілька відповідей.',
  letterInRow: 'Впишіть, будь ласка, у кожному рядку літеру відповіді.',
  rank: (top) =>
    `Впишіть, будь ласка, у клітинках числа від 1 до ${top}: 1 біля найважливішої відповіді, далі наступні.`,
  number: 'Впишіть, будь ласка, число.',
  year: 'Впишіть, будь ласка, рік.',
  write: 'Будь ласка, не вписуйте імен, прізвищ та адрес.',
  locality: 'Впишіть, будь ласка, назву населеного пункту.',
  agree: 'Так, погоджуюся',
  onlyIf: (condition) => `Відповідайте, будь ласка, лише якщо ${condition}.`,
  textOnlyIf: (condition) => `Це стосується лише випадку, коли ${condition}.`,
  sectionOnlyIf: (condition) => `Заповнюйте, будь ласка, цю частину, лише якщо ${condition}.`,
  rowsOnlyIf: (condition) => `Заповнюйте, будь ласка, лише ті рядки, у яких ${condition}.`,
  optionsOnlyIf: (condition) => `Вибирайте, будь ласка, лише серед відповідей, для яких ${condition}.`,
  item: (name, number) => `${capital(name)} ${number}`,
  moreItems: 'Якщо забракне місця, допишіть, будь ласка, решту на окремому аркуші.',
  part: (number) => `Частина ${number}`,
  skip: (labels, number) =>
    `Якщо ${labels.map((label) => `«${label}»`).join(' або ')}, перейдіть, будь ласка, ${number === null ? 'до кінця анкети' : `до запитання ${number}`}.`,
}

const english: PaperWords = {
  sheetNumber: 'Sheet number',
  organisation: 'Organisation',
  municipality: 'Municipality',
  phone: 'Telephone',
  howTo: 'Please mark your answers with an X in the box, and write texts and numbers in capital letters.',
  one: 'Please mark one answer.',
  many: 'You can mark several answers.',
  saysMany: /several|more than one|all that apply/i,
  saysNoNames: /not write (first )?names/i,
  atMost: (max) => `You can mark at most ${max} ${max === 1 ? 'answer' : 'answers'}.`,
  oneInRow: 'Please mark one answer in each row.',
  manyInRow: 'You can mark several answers in each row.',
  letterInRow: 'Please write the letter of the answer in each row.',
  rank: (top) =>
    `Please write the numbers from 1 to ${top} in the boxes: 1 beside the most important answer, then the next ones.`,
  number: 'Please write a number.',
  year: 'Please write a year.',
  write: 'Please do not write names or addresses.',
  locality: 'Please write the name of the place.',
  agree: 'Yes, I agree',
  onlyIf: (condition) => `Please answer only if ${condition}.`,
  textOnlyIf: (condition) => `This applies only if ${condition}.`,
  sectionOnlyIf: (condition) => `Please fill in this part only if ${condition}.`,
  rowsOnlyIf: (condition) => `Please fill in only the rows in which ${condition}.`,
  optionsOnlyIf: (condition) => `Please choose only from the answers for which ${condition}.`,
  item: (name, number) => `${capital(name)} ${number}`,
  moreItems: 'If there is not enough room, please write the others on a separate sheet.',
  part: (number) => `Part ${number}`,
  skip: (labels, number) =>
    `If ${labels.map((label) => `“${label}”`).join(' or ')}, please go ${number === null ? 'to the end of the questionnaire' : `to question ${number}`}.`,
}

const WORDS: Readonly<Record<string, PaperWords>> = { pl: polish, uk: ukrainian, en: english }

/** The words of a language; Polish where the house has none of its own. */
export function paperWords(language: string): PaperWords {
  return WORDS[language] ?? polish
}
