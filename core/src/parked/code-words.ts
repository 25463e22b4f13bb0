/**
 * 1,024 common Polish nouns for codes that are said over the telephone and noted down by hand: ten bits each. They are
 * written as they are heard (no Polish letters, no `h`, no `rz`), and any two differ in at least two letters, so that
 * one wrong letter never makes another word of the list. Their order is the code: it is never changed.
 */
export const CODE_WORDS: readonly string[] = `
adres afisz agrafka agrest akacja akordeon aksamit aktor album aleja alfabet altana ananas antena
antylopa apaszka apteka arbuz arena asfalt aster astra atlas atrament autobus awokado azalia babcia
babka bal balkon bambus banknot baran barszcz basen baszta bateria batuta bazylia beczka belka beret
beton bieg bigos bilet biuro bizon blok bluszcz bluzka bocian boisko borowik borsuk brama brat bratek
broda broszka budzik bufet bukiet buldog burak bursztyn but butelka byk cebula cement centrum ciasto
cielak ciocia cisza cukier cukierek cukinia cyfra cynamon cyrk cyrkiel cytryna czajnik czapla czek
czosnek daktyl dalia daniel datek debiut delfin dentysta deser deska dialog diament dieta dobro dolina
dom domek domino donica doniczka dorsz drabina drukarka drut duet dynia dyplom dyrygent dywan dzban
dzbanek dziadek dzwonek efekt ekierka ekipa ekran elektryk emalia etap euro fabryka faktura fala farba
fasada fasola ferie ferma festyn figa figura filar firanka flaga flakon flet flota foka fontanna forteca
fortuna fotel fotograf fresk front fryzjer furmanka futbol futro gabinet galeria galop ganek garnitur
gaz gazeta gepard gest giermek gips gitara glina globus gniazdo godzina gol gondola goryl gospoda grabie
gram granat granica grill grono groszek grota gruszka gruz gryka gulasz guma guzik gwiazda ikona imbir
imieniny indeks indyk iskierka izba jagoda jamnik jarmark jaskier jaskinia jedwab jelonek jesion jezioro
jogurt judo kabanos kabaret kabel kabina kaczka kajak kajzerka kakao kaktus kalafior kalosze kameleon
kamera kamyk kanapka kanarek kangur kanister kantyna kapela kapelusz kapitan kaptur kapusta karafka
karate kariera karmel karmnik karp karta karton karuzela kasetka kasza kasztan kawaler kawior kawka
kefir keks kelner kelnerka kemping kielnia kiermasz kierowca kinkiet kino kiosk kisiel kiwi klapki
klarnet klasa klatka klaun klient klif klocki klomb klon klub klucz kluski kminek koala kociak kodeks
kogut kokos koktajl kolano kolczyk kolega kolejka kolia kolor kolumna komar kombajn komedia kometa komin
komisja komoda kompas komplet kompot komputer koncert konewka konik kontakt kopalnia koper koperek
koperta kopiec kopyto korale koronka kosiarka kosmos kostium kostka kosz koszula koszyk kot kotek kotlet
kotwica kowal koza kozaki krab krawat krawcowa krawiec kreda kredens kredyt kreska kret krewetka krokiet
krokodyl krokus kronika kropka krowa kruk krupnik kubek kucyk kufer kujawiak kulig kulka kultura kupon
kura kuracja kurier kurnik kurort kurtka kurtyna kuzyn kuzynka kwadrat kwartet kwatera kwiat lada laguna
lakier lampa lampart lampion las laska latarka latarnia latawiec lato lawenda lekcja lemur leszcz lew
liczba lider lilia limonka lin linijka linka lipa lipiec list listek listwa litera litr lizak lodowiec
lody logo lokal lornetka loteria lotnik lotnisko lunapark luneta lusterko lustro magazyn magister magnes
magnolia makaron makowiec makrela malina malwa manekin mango mapa maraton marmur marsz maszt maszyna
materac matka mazurek mebel mecz medal meduza melisa melodia melon menu meta meteor miara mieczyk
mikrofon mikser mila milion mimoza minister minuta miska mleko model moneta monitor monolog mop morela
morwa most motocykl motor motto motyka motyl mozaika mundur mur murawa musical muszla muzeum muzyk
nadzieja nagietek nagroda namiot napar napis napiwek narada narcyz narty nasiono natura nawyk nektar
niania nici niebo nitka nizina noga norka notatka notes nowela nowina numer nurek nuta nutria oaza obcas
obiad obora obraz obrus ocean odmiana oferta ognisko ogrodnik okazja okno okolica okres okulary olej
oliwa omlet opaska opera operator operetka opieka opis opona oprawa optyk orbita order oregano organy
ornament osa osada oset osiedle osika ostoja owca owczarek owies owoc pajac pakiet pakunek palec paleta
palma panda panel pantera pantofel papcie papier papryka papuga parafia paragon parapet parasol parawan
park parking pasek pasieka pasta paszport pasztet patelnia patrol patyk pawilon peleryna pelikan
perkusja peron peruka pestka pianino pianista pianka piano piec piecyk piegi piernik pierogi piesek
pigwa piknik pilot pilotka pinezka pingpong pingwin pionek pionier piosenka piramida pirat pisak pisklak
pismo pistacja piwnica piwonia pizza plac placek plakat planeta plansza plaster plastik platan platyna
plecak pluszak poczta podeszwa podium podkowa podpis poduszka poemat poeta pogoda pojazd pokaz pokrywka
polana polar pole polka polonez pomidor pomnik pomost pompa pompon ponton popcorn por porada poradnia
poranek portfel portret poszewka potok potrawa poziom poziomka pralka pralnia precel premier prezent
problem proca profesor profil program projekt promocja prysznic pszenica pudel pulpit punkt pustynia
puzon puzzle pyton rabarbar rabat radar radio rajd rajstopy rak rakieta ramka raport ratownik ratusz
recepcja recepta redaktor refren regaty region rejs rekin reklama rekord remiza remont renifer renklota
rezerwat rodzynki rogal rogalik rola rolada roleta rolnik romans rondel rondo rower rowerek rubin rukola
rulon rumak rumianek rybak rydz rym rynek rynna rysunek sad sadownik salceson salon samolot samowar
sandacz sanie sanki sardynka sarna satyna sawanna scena sekator sekret sekunda seler serce serek sernik
serwetka sezon siatka sierp sikora silnik siostra sitko sitowie skakanka skaner skansen skarb skarbiec
skarpeta sklep skuter skwer smak smalec smoczek smycz sobota sok solanka solo sonata sopel sosjerka
sosna sowa spacer spinka spodek sport srebro sroka stacja stadion stadnina stado stajnia start statek
statua statyw staw stempel step stolik stopa stoper storczyk stragan strona strumyk student studio
studnia styl sufit sufler sukces sukienka sum suszarka suwak sweter sygnet symbol symfonia syrena syrop
system szafa szafir szalik szampon szarotka szatnia szczotka szczupak szczyt szelki szereg szewc szkic
szkielet szklanka szlaban szlafrok sznur sznurek szpak szpinak szpital szpulka szron sztaluga sztandar
sztuczka szufelka szuflada szyba szyld szynka szyszka tabela tablet tabletka tablica taboret taczki
tamburyn taniec tapeta taras tarcza tarka tasak tatarak teatr tektura telefon telegram temat tempo tenis
teren termin termos tkacz tkanina tlen toaleta tona topola torba torcik torebka tornado tort toster
towar trakt traktor trampki tramwaj trawa trawnik trener trofeum tubka tuja tukan tulejka tulipan tunel
turban turkus turniej turysta tusz tuzin tygrys tymianek ubranie uczta ulga ulica ulotka umowa umywalka
uniform urlop urodziny uwaga wafel wafelek wagonik wakacje walc walet walizka wanilia wanna wapno
warcaby warkocz warstwa warsztat wata wazon weekend weksel weranda werbel wersja wesele weteran wiadro
wiadukt wianek wiatr wibracja widelec widok widownia wieniec wiersz wieszak wiklina wilga wilk winda
winnica wiosna wir wizja wizyta wnuczka wnuk woda wodospad worek wosk wrona wrotki wtyczka wujaszek
wujek wulkan wydra wykaz wykop wykres wyprawa wyspa wystawa wywiad wyznanie zabawa zabytek zagadka
zajazd zakalec zakupy zamek zamsz zapas zaprawa zaspa zasuwa zatoka zawias zawodnik zawody zbocze zbroja
zdanie zebra zebranie zegar zegarek zenit zero zeszyt ziarno zielnik ziemia zima znaczek znak znicz
zoolog zupa zwrotka
`
  .trim()
  .split(/\s+/)
