/** What a printed booklet says around the questionnaire, in the language of the person who fills it in. */
export interface BookletWords {
  readonly sheet: (number: number) => string
  readonly sheetBlank: string
  readonly foot: (sheet: string, page: number, pageCount: number) => string
  readonly emptyPage: string
  readonly entered: string
  readonly qr: (number: number) => string
  readonly who: (organisation: string, municipality: string) => string
  readonly howToFill: string
  readonly help: (phone: string) => string
  readonly online: (address: string) => string
  readonly until: (day: string) => string
  readonly sheetReturn: (organisation: string) => string
  readonly clause: string
  readonly end: string
  readonly months: readonly string[]
}

const POLISH: BookletWords = {
  sheet: (number) => `arkusz ${number}`,
  sheetBlank: 'arkusz nr ………',
  foot: (sheet, page, pageCount) => `${sheet}, strona ${page} z ${pageCount}`,
  emptyPage: 'Ta strona jest pusta.',
  entered: 'wpisano',
  qr: (number) => `Kod arkusza ${number} dla osoby, która wpisuje odpowiedzi`,
  who: (organisation, municipality) => `${organisation} · gmina ${municipality}`,
  howToFill: 'Jak wypełnić ankietę',
  help: (phone) => `Pomoc w wypełnieniu: tel. ${phone}.`,
  online: (address) =>
    `Tę ankietę można też wypełnić przez internet: ${address}. Prosimy wypełnić ją tylko raz.`,
  until: (day) => `Na odpowiedzi czekamy do ${day}`,
  sheetReturn: (organisation) =>
    `Wypełnioną ankietę prosimy oddać osobie, która ją przyniosła, albo przynieść w zamkniętej kopercie do: ${organisation}.`,
  clause: 'Informacja o ankiecie i danych',
  end: 'To już koniec',
  months: [
    ...['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca'],
    ...['lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
  ],
}

const UKRAINIAN: BookletWords = {
  sheet: (number) => `аркуш ${number}`,
  sheetBlank: 'аркуш № ………',
  foot: (sheet, page, pageCount) => `${sheet}, сторінка ${page} з ${pageCount}`,
  emptyPage: 'Ця сторінка порожня.',
  entered: 'wpisano',
  qr: (number) => `Код аркуша ${number} для особи, яка вводить відповіді`,
  who: (organisation, municipality) => `${organisation} · gmina ${municipality}`,
  howToFill: 'Як заповнити анкету',
  help: (phone) => `Допомога із заповненням: тел. ${phone}.`,
  online: (address) =>
    `Цю анкету можна також заповнити в інтернеті: ${address}. Заповніть її, будь ласка, лише один раз.`,
  until: (day) => `Чекаємо на відповіді до ${day}`,
  sheetReturn: (organisation) =>
    `Заповнену анкету віддайте, будь ласка, особі, яка її принесла, або принесіть у закритому конверті до: ${organisation}.`,
  clause: 'Інформація про анкету та дані',
  end: 'Це вже кінець',
  months: [
    ...['січня', 'лютого', 'березня', 'квітня', 'травня', 'червня'],
    ...['липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня'],
  ],
}

const ENGLISH: BookletWords = {
  sheet: (number) => `sheet ${number}`,
  sheetBlank: 'sheet no. ………',
  foot: (sheet, page, pageCount) => `${sheet}, page ${page} of ${pageCount}`,
  emptyPage: 'This page is empty.',
  entered: 'wpisano',
  qr: (number) => `Code of sheet ${number} for the person who enters the answers`,
  who: (organisation, municipality) => `${organisation} · gmina ${municipality}`,
  howToFill: 'How to fill in this questionnaire',
  help: (phone) => `Help with filling it in: tel. ${phone}.`,
  online: (address) => `You can also answer on the internet: ${address}. Please answer only once.`,
  until: (day) => `We are waiting for your answers until ${day}.`,
  sheetReturn: (organisation) =>
    `Please give the completed questionnaire to the person who brought it, or bring it in a closed envelope to: ${organisation}.`,
  clause: 'About this survey and your data',
  end: 'This is the end',
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}

const WORDS: Readonly<Record<string, BookletWords>> = { pl: POLISH, uk: UKRAINIAN, en: ENGLISH }

/** The words of a language; Polish where the house has none of its own. */
export function bookletWords(language: string): BookletWords {
  return WORDS[language] ?? POLISH
}

/** A day in words of a language: „22 listopada 2026 r.”, “22 November 2026”. */
export function dayInWords(day: string, language: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  const name = bookletWords(language).months[(month ?? 1) - 1]
  const end = language === 'uk' ? ' р.' : language === 'en' ? '' : ' r.'
  return `${dayOfMonth} ${name} ${year}${end}`
}
