import { plural } from '../polish.ts'

/** What is said of putting a form aside and of coming back to it. */
export interface LaterTexts {
  readonly explain: readonly string[]
  readonly show: string
  readonly showAgain: string
  readonly back: string
  readonly working: string
  readonly keptTitle: string
  readonly keptLead: string
  readonly codeLabel: string
  readonly until: (day: string) => string
  readonly how: string
  /** @param address - where it is known here */
  readonly howSteps: (address: string | null, link: string) => readonly string[]
  readonly onlyCode: string
  readonly goOn: string
  readonly leave: string
  readonly finishKiosk: string
  readonly elsewhere: string
  readonly replace: string
  readonly takeOther: string
  readonly refusedTitle: string
  readonly unreachable: string
  readonly again: string
  readonly ask: string
  readonly askHint: string
  readonly replacesHere: string
  readonly open: string
  readonly count: (count: number) => string
  readonly nothingTyped: string
  readonly unknownWord: (position: number, typed: string, similar: readonly string[]) => string
  readonly none: string
}

const polish: LaterTexts = {
  explain: [
    'Odpowiedzi można teraz odłożyć i dokończyć kiedy indziej, także na innym urządzeniu. Nie trzeba zakładać konta.',
    'Pokażemy kod z czterech zwykłych słów. Trzeba go zapisać na kartce.',
    'Odpowiedzi zaszyfrujemy tym kodem. Serwer przechowa je, ale nie może ich odczytać. Odłożone odpowiedzi nie liczą się do wyników, dopóki ankieta nie zostanie wysłana.',
  ],
  show: 'Odłóż odpowiedzi i pokaż kod',
  showAgain: 'Odłóż nowsze odpowiedzi pod tym samym kodem',
  back: 'Wróć do ankiety',
  working: 'Szyfrujemy odpowiedzi. To potrwa kilka sekund.',
  keptTitle: 'Odpowiedzi są odłożone',
  keptLead: 'Prosimy zapisać te cztery słowa na kartce, w tej kolejności:',
  codeLabel: 'Kod do dokończenia ankiety',
  until: (day) => `Odpowiedzi czekają do ${day} Potem zostaną usunięte.`,
  how: 'Jak wrócić do ankiety',
  howSteps: (address, link) => [
    `Na dowolnym urządzeniu proszę otworzyć ${address === null ? 'ten sam adres co teraz.' : `adres: ${address}`}`,
    `Na pierwszej stronie proszę wybrać „${link}” i wpisać cztery słowa.`,
    'Ankietę można też dokończyć przez telefon, dyktując kod osobie, która pomaga.',
  ],
  onlyCode:
    'Kodu nie zna nikt poza Państwem. Jeśli kod zginie, odpowiedzi nie da się odzyskać i ankietę trzeba będzie zacząć od nowa.',
  goOn: 'Wypełniam dalej',
  leave: 'Kod jest zapisany, usuń odpowiedzi z tego urządzenia',
  finishKiosk: 'Kod jest zapisany, kończę',
  elsewhere:
    'Na innym urządzeniu odłożono pod tym kodem nowsze odpowiedzi. Proszę wybrać, które mają zostać. Drugich nie będzie można odzyskać.',
  replace: 'Zostaw odpowiedzi z tego urządzenia',
  takeOther: 'Zostaw tamte i otwórz je tutaj',
  refusedTitle: 'Nie udało się',
  unreachable:
    'Nie ma połączenia z internetem albo serwer jest zajęty. Odpowiedzi są nadal na tym urządzeniu. Prosimy spróbować jeszcze raz.',
  again: 'Spróbuj jeszcze raz',
  ask: 'Cztery słowa kodu',
  askHint: 'Na przykład: kogut lampa rower sanki. Duże i małe litery oraz polskie znaki nie mają znaczenia.',
  replacesHere: 'Odpowiedzi, które są teraz na tym urządzeniu, zostaną zastąpione odłożonymi.',
  open: 'Otwórz moje odpowiedzi',
  count: (count) => `Kod ma cztery słowa, a wpisano ${plural(count, 'słowo', 'słowa', 'słów')}.`,
  nothingTyped: 'Proszę wpisać cztery słowa kodu.',
  unknownWord: (position, typed, similar) =>
    `Słowo ${position}, „${typed}”: nie ma go na naszej liście. ${
      similar.length > 0
        ? `Może chodzi o: ${similar.join(', ')}?`
        : 'Prosimy sprawdzić, czy jest dobrze przepisane.'
    }`,
  none: 'Pod tym kodem nic nie czeka. Prosimy sprawdzić słowa i ich kolejność. Odpowiedzi mogły też zostać już wysłane albo minął ich termin.',
}

const english: LaterTexts = {
  explain: [
    'You can put your answers aside now and finish later, also on another device. You need no account.',
    'We will show you a code of four plain Polish words. You need to write it down.',
    'We will encrypt your answers with this code. The server keeps them but cannot read them. They do not count in the results until you send the survey.',
  ],
  show: 'Put my answers aside and show the code',
  showAgain: 'Put newer answers aside under the same code',
  back: 'Back to the survey',
  working: 'We are encrypting your answers. This takes a few seconds.',
  keptTitle: 'Your answers are put aside',
  keptLead: 'Please write down these four words, in this order:',
  codeLabel: 'Code to finish the survey',
  until: (day) => `Your answers wait until ${day}. Then they will be removed.`,
  how: 'How to come back',
  howSteps: (address, link) => [
    `On any device, please open ${address === null ? 'the same address as now.' : `this address: ${address}`}`,
    `On the first page please choose “${link}” and type the four words.`,
    'You can also finish by telephone: read the code out to the person who helps.',
  ],
  onlyCode:
    'Nobody but you knows the code. If you lose it, the answers cannot be recovered and you will have to start again.',
  goOn: 'Go on answering',
  leave: 'I have written the code down, remove my answers from this device',
  finishKiosk: 'I have written the code down, finish',
  elsewhere:
    'Newer answers were put aside under this code on another device. Please choose which ones to keep. The others cannot be recovered.',
  replace: 'Keep the answers from this device',
  takeOther: 'Keep the other ones and open them here',
  refusedTitle: 'It did not work',
  unreachable:
    'There is no internet connection, or the server is busy. Your answers are still on this device. Please try again.',
  again: 'Try again',
  ask: 'The four words of the code',
  askHint: 'For example: kogut lampa rower sanki. Capital letters and Polish letters do not matter.',
  replacesHere: 'The answers that are on this device now will be replaced by those put aside.',
  open: 'Open my answers',
  count: (count) =>
    `The code has four words, and there ${count === 1 ? 'is 1 word' : `are ${count} words`} here.`,
  nothingTyped: 'Please type the four words of the code.',
  unknownWord: (position, typed, similar) =>
    `Word ${position}, “${typed}”, is not on our list. ${
      similar.length > 0
        ? `Perhaps it is: ${similar.join(', ')}?`
        : 'Please check whether it is copied correctly.'
    }`,
  none: 'Nothing waits under this code. Please check the words and their order. The answers may also have been sent already, or their time has passed.',
}

const ukrainian: LaterTexts = {
  explain: [
    'Відповіді можна зараз відкласти й закінчити пізніше, також на іншому пристрої. Обліковий запис не потрібен.',
    'Ми покажемо код із чотирьох звичайних польських слів. Його треба записати на папері.',
    'Ми зашифруємо відповіді цим кодом. Сервер їх зберігатиме, але не зможе прочитати. Відкладені відповіді не враховуються в результатах, доки анкету не надіслано.',
  ],
  show: 'Відкласти відповіді й показати код',
  showAgain: 'Відкласти новіші відповіді під тим самим кодом',
  back: 'Повернутися до анкети',
  working: 'Шифруємо відповіді. Це займе кілька секунд.',
  keptTitle: 'Відповіді відкладено',
  keptLead: 'Просимо записати ці чотири слова на папері, у такому порядку:',
  codeLabel: 'Код, щоб закінчити анкету',
  until: (day) => `Відповіді чекають до ${day}. Потім їх буде видалено.`,
  how: 'Як повернутися до анкети',
  howSteps: (address, link) => [
    `На будь-якому пристрої відкрийте ${address === null ? 'ту саму адресу.' : `адресу: ${address}`}`,
    `На першій сторінці виберіть «${link}» і введіть чотири слова.`,
    'Анкету можна закінчити й телефоном: продиктуйте код людині, яка допомагає.',
  ],
  onlyCode:
    'Код знаєте тільки Ви. Якщо він загубиться, відповіді не вдасться відновити й анкету доведеться почати знову.',
  goOn: 'Заповнювати далі',
  leave: 'Код записано, видалити відповіді з цього пристрою',
  finishKiosk: 'Код записано, закінчую',
  elsewhere:
    'На іншому пристрої під цим кодом відклали новіші відповіді. Виберіть, які залишити. Інші не вдасться відновити.',
  replace: 'Залишити відповіді з цього пристрою',
  takeOther: 'Залишити ті й відкрити їх тут',
  refusedTitle: 'Не вдалося',
  unreachable:
    'Немає з’єднання з інтернетом, або сервер зайнятий. Відповіді досі на цьому пристрої. Спробуйте ще раз.',
  again: 'Спробувати ще раз',
  ask: 'Чотири слова коду',
  askHint: 'Наприклад: kogut lampa rower sanki. Великі літери та польські знаки не мають значення.',
  replacesHere: 'Відповіді, що зараз на цьому пристрої, буде замінено відкладеними.',
  open: 'Відкрити мої відповіді',
  count: (count) => `Код має чотири слова. Введено слів: ${count}.`,
  nothingTyped: 'Введіть чотири слова коду.',
  unknownWord: (position, typed, similar) =>
    `Слова ${position} («${typed}») немає в нашому списку. ${
      similar.length > 0 ? `Можливо, це: ${similar.join(', ')}?` : 'Перевірте, чи правильно його переписано.'
    }`,
  none: 'Під цим кодом нічого немає. Перевірте слова та їхній порядок. Можливо, відповіді вже надіслано або минув їхній термін.',
}

/** The texts of a language; Polish where there are none. */
export const laterTextsIn = (code: string): LaterTexts =>
  code === 'en' ? english : code === 'uk' ? ukrainian : polish
