/** What is said where answers could not be sent and are still with the person. */
interface KeptTexts {
  readonly title: string
  readonly lead: (phone: string) => string
  readonly save: string
  readonly print: string
  readonly byHand: string
  readonly fileName: string
  readonly nothing: string
}

const polish: KeptTexts = {
  title: 'Pana/Pani odpowiedzi',
  lead: (phone) =>
    `Odpowiedzi nie przepadły: stoją poniżej. Można je zapisać w pliku albo wydrukować i przekazać organizatorowi. Organizator podpowie, co dalej: tel. ${phone}.`,
  save: 'Zapisz odpowiedzi w pliku',
  print: 'Wydrukuj odpowiedzi',
  byHand: 'Tę stronę można wydrukować albo zapisać w menu przeglądarki.',
  fileName: 'moje-odpowiedzi.txt',
  nothing: 'bez odpowiedzi',
}

const english: KeptTexts = {
  title: 'Your answers',
  lead: (phone) =>
    `Your answers are not lost: they are below. You can save them in a file or print them and hand them to the organiser, who will tell you what to do: phone ${phone}.`,
  save: 'Save the answers in a file',
  print: 'Print the answers',
  byHand: 'You can print or save this page from the menu of your browser.',
  fileName: 'my-answers.txt',
  nothing: 'no answer',
}

const ukrainian: KeptTexts = {
  title: 'Ваші відповіді',
  lead: (phone) =>
    `Ваші відповіді не зникли: вони нижче. Їх можна зберегти у файл або надрукувати й передати організатору. Організатор підкаже, що робити далі: тел. ${phone}.`,
  save: 'Зберегти відповіді у файл',
  print: 'Надрукувати відповіді',
  byHand: 'Цю сторінку можна надрукувати або зберегти в меню браузера.',
  fileName: 'moi-vidpovidi.txt',
  nothing: 'без відповіді',
}

/** The texts of a language; Polish where there are none. */
export const keptTextsIn = (code: string): KeptTexts =>
  code === 'en' ? english : code === 'uk' ? ukrainian : polish
