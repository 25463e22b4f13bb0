import { plural } from '../polish.ts'

const POLISH = {
  storage:
    'To jest wspólne urządzenie. Odpowiedzi są tylko w jego pamięci podręcznej, dopóki ta osoba wypełnia ankietę. Po wysłaniu albo po czasie bez dotykania ekranu znikają. Strona nie używa plików cookie.',
  wiped: 'Odpowiedzi zniknęły z tego urządzenia. Następna osoba ich nie zobaczy.',
  stillThere: 'Czy ktoś jeszcze wypełnia?',
  stillThereLead: (seconds: number) =>
    `Od dłuższego czasu nikt nie dotknął ekranu. Za ${plural(seconds, 'sekundę', 'sekundy', 'sekund')} usuniemy odpowiedzi, żeby nie zobaczyła ich następna osoba. Nic nie zostanie wysłane.`,
  stillHere: 'Tak, wypełniam dalej',
  startAnew: 'Zacznij od nowa',
  next: (seconds: number) =>
    `Za ${plural(seconds, 'sekundę', 'sekundy', 'sekund')} ekran będzie gotowy dla następnej osoby.`,
  stay: 'Zostaw na ekranie',
  stays: 'Ekran zostaje. Kiedy będzie można, proszę nacisnąć „Zacznij od nowa”.',
  waitsTitle: 'Dziękujemy. Odpowiedzi czekają na sieć',
  waitsLead:
    'Nie ma teraz połączenia z internetem. Odpowiedzi zostały zaszyfrowane kluczem, którego nie ma na tym urządzeniu: nikt ich tu nie odczyta. Urządzenie wyśle je samo, gdy wróci sieć. Nie trzeba na to czekać.',
  waitsForStaffTitle: 'Dziękujemy. Odpowiedzi czekają na wysłanie',
  waitsForStaffLead:
    'Odpowiedzi zostały zaszyfrowane kluczem, którego nie ma na tym urządzeniu: nikt ich tu nie odczyta. Przekaże je dalej osoba, która prowadzi ankietę. Nie trzeba na to czekać.',
}

export type PersonTexts = typeof POLISH

const ENGLISH: PersonTexts = {
  storage:
    'This is a shared device. Your answers are only in its memory while you fill the survey in. They disappear after you send them, or when nobody touches the screen for some time. The page uses no cookies.',
  wiped: 'Your answers are gone from this device. The next person will not see them.',
  stillThere: 'Is somebody still answering?',
  stillThereLead: (seconds) =>
    `Nobody has touched the screen for some time. In ${seconds} seconds we will remove the answers, so that the next person does not see them. Nothing will be sent.`,
  stillHere: 'Yes, I am still answering',
  startAnew: 'Start anew',
  next: (seconds) => `In ${seconds} seconds the screen will be ready for the next person.`,
  stay: 'Keep it on the screen',
  stays: 'The screen stays. When you are done, please press “Start anew”.',
  waitsTitle: 'Thank you. Your answers are waiting for the network',
  waitsLead:
    'There is no internet connection now. Your answers were encrypted with a key that is not on this device: nobody can read them here. The device will send them by itself. You need not wait.',
  waitsForStaffTitle: 'Thank you. Your answers are waiting to be sent',
  waitsForStaffLead:
    'Your answers were encrypted with a key that is not on this device: nobody can read them here. The person who runs the survey will pass them on. You need not wait.',
}

const UKRAINIAN: PersonTexts = {
  storage:
    'Це спільний пристрій. Відповіді є лише в його пам’яті, доки Ви заповнюєте анкету. Після надсилання або якщо довго не торкатися екрана вони зникають. Сторінка не використовує файлів cookie.',
  wiped: 'Відповіді зникли з цього пристрою. Наступна людина їх не побачить.',
  stillThere: 'Хтось іще заповнює?',
  stillThereLead: (seconds) =>
    `Екрана давно ніхто не торкався. За ${seconds} с ми видалимо відповіді, щоб їх не побачила наступна людина. Нічого не буде надіслано.`,
  stillHere: 'Так, заповнюю далі',
  startAnew: 'Почати знову',
  next: (seconds) => `За ${seconds} с екран буде готовий для наступної людини.`,
  stay: 'Залишити на екрані',
  stays: 'Екран залишається. Коли закінчите, натисніть «Почати знову».',
  waitsTitle: 'Дякуємо. Відповіді чекають на мережу',
  waitsLead:
    'Зараз немає з’єднання з інтернетом. Відповіді зашифровано ключем, якого на цьому пристрої немає: тут їх ніхто не прочитає. Пристрій надішле їх сам. Чекати не потрібно.',
  waitsForStaffTitle: 'Дякуємо. Відповіді чекають на надсилання',
  waitsForStaffLead:
    'Відповіді зашифровано ключем, якого на цьому пристрої немає: тут їх ніхто не прочитає. Далі їх передасть особа, яка проводить опитування. Чекати не потрібно.',
}

/** What respondents read, in their language. */
export const personTextsIn = (code: string): PersonTexts =>
  code === 'en' ? ENGLISH : code === 'uk' ? UKRAINIAN : POLISH

/** What the attendant reads; always Polish. */
export const attendantTexts = {
  setUpTitle: 'Ankieta na wspólnym tablecie',
  setUpLead:
    'Po każdej osobie tablet sam usuwa odpowiedzi i wraca do pierwszej strony. Następna osoba nie zobaczy niczego po poprzedniej, także po naciśnięciu „Wstecz”.',
  whoStarts: 'Kto rozpoczyna ankietę',
  alone: 'Każda osoba sama (tablet stoi, na przykład, w holu urzędu)',
  attended: 'Obsługa, kodem PIN (tablet podaje pracownik)',
  idle: 'Po jakim czasie bez dotykania ekranu zapytać, czy ktoś jeszcze wypełnia',
  thanks: 'Jak długo pokazywać podziękowanie',
  seconds: (count: number) => plural(count, 'sekunda', 'sekundy', 'sekund'),
  minutes: (count: number) => plural(count, 'minuta', 'minuty', 'minut'),
  fullScreen: 'Otwieraj na pełnym ekranie',
  pin: 'Nowy kod PIN obsługi, cztery cyfry',
  pinHint: 'Będzie potrzebny, żeby zakończyć pracę tabletu albo zmienić ankietę. Proszę go zapamiętać.',
  pinFault: 'Proszę wpisać cztery cyfry.',
  advice:
    'Żeby nikt nie wyszedł do innych programów: na Androidzie proszę włączyć „Przypnij ekran” (Ustawienia, Zabezpieczenia), a na iPadzie „Dostęp nadzorowany” (Ustawienia, Dostępność). Proszę też użyć okna prywatnego, bez podpowiadania haseł i tekstów.',
  start: 'Uruchom tablet',
  unsafe:
    'Pod tym adresem tryb wspólnego tabletu nie zadziała, bo połączenie nie jest szyfrowane. Adres musi zaczynać się od „https”.',
  noPassTitle: 'Ten tablet nie ma ważnej przepustki',
  noPass:
    'Ta ankieta przyjmuje odpowiedzi z kodem z listu. Bez kodu przyjmuje je tylko z tabletu, który uruchomili pracownicy organizacji, dlatego nikt nie może tu jeszcze odpowiadać.',
  noPassHow:
    'Proszę otworzyć na tym tablecie adres ze strony ankiety w systemie (część „Wspólny tablet”) albo zeskanować stamtąd kod QR. Jeśli przepustkę odnowiono, stary adres już nie działa.',
  noPassCode: 'Ma Pan lub Pani list z kodem?',
  noPassForm: 'Proszę przejść do ankiety.',
  noNetworkTitle: 'Tablet czeka na internet',
  noNetwork:
    'Odpowiedzi poprzedniej osoby są bezpieczne i nikt ich tu nie zobaczy. Ankieta otworzy się sama, gdy wróci połączenie.',
  attendant: 'Dla obsługi',
  lockedTitle: 'Ankietę rozpoczyna obsługa',
  lockedLead: 'Prosimy podejść do osoby, która prowadzi ankietę.',
  enterPin: 'Kod PIN obsługi',
  begin: 'Rozpocznij ankietę',
  enter: 'Dalej',
  wrongPin: 'To nie jest właściwy kod PIN.',
  locked: (seconds: number) =>
    `Zbyt wiele prób. Następna za ${plural(seconds, 'sekundę', 'sekundy', 'sekund')}.`,
  menuTitle: 'Tablet: dla obsługi',
  waiting: (count: number) =>
    count === 0
      ? 'Wszystkie ankiety z tego tabletu zostały wysłane.'
      : `Czeka na sieć: ${plural(count, 'ankieta', 'ankiety', 'ankiet')}.`,
  refused: (count: number) =>
    `Serwer nie przyjął: ${plural(count, 'ankiety', 'ankiet', 'ankiet')}. Proszę zapisać plik i przekazać organizatorowi, który wczyta go do systemu.`,
  saveFile: 'Zapisz plik z czekającymi ankietami',
  sendNow: 'Wyślij teraz',
  fullScreenNow: 'Pełny ekran',
  change: 'Zmień ustawienia',
  leave: 'Zakończ pracę tabletu',
  wipes: 'Rozpoczęta ankieta zostanie usunięta.',
  another: 'Kod innej ankiety',
  anotherHint: 'Ostatnia część adresu ankiety, osiem znaków.',
  openAnother: 'Otwórz inną ankietę',
  close: 'Wróć do ankiety',
} as const
