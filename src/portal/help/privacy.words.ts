import { texts } from '../../platform/text/texts.ts'

/** In the small Markdown that the guide is written in. The periods are those of the code: sessions, mail, sweeps. */
export const privacyWords = texts({
  nb: {
    title: 'Personvern',
    lead: 'Her står det hva Trådverk lagrer om deg, hvorfor, og hvor lenge.',
    body: `Trådverk har ingen sporing og ingen annonser, og henter ingenting fra andre nettsteder. Alt ligger hos den som driver installasjonen.

## Hvem har ansvaret?

Organisasjonen som eier arbeidsrommet, er behandlingsansvarlig for det som skrives der. Den som driver installasjonen, er databehandler. Spør sekretariatet i arbeidsrommet ditt hvis du er usikker på hvem det er.

## Dette lagrer vi

| Hva | Hvorfor | Hvor lenge |
|---|---|---|
| Navnet ditt, e-postadressen din og språket du har valgt | For at du skal kunne logge inn, og for at andre skal vite hvem som gjør hva | Til kontoen blir slettet |
| Hvilke arbeidsrom du er med i, med rolle, organisasjon og datoer | Rollen avgjør hva du får se og gjøre | Så lenge arbeidsrommet finnes, eller til kontoen blir slettet |
| Profilen din: tittel, hva du kan hjelpe med, telefon | For at andre skal finne deg, hvis du sier ja til det. Ingen andre ser det før du har sagt ja | Til du tar det bort, eller kontoen blir slettet |
| Hva du har sagt ja til å vise, og når | For å kunne vise at du sa ja. Du kan trekke det tilbake når du vil | Til kontoen blir slettet |
| Det du skriver i arbeidsrommet | Det er arbeidet | Så lenge arbeidsrommet finnes |
| Historien: hvem som endret hva, og når | For at alle skal kunne se hvordan planen ble til, og for at ingen skal kunne endre den i det skjulte | Så lenge arbeidsrommet finnes. Innholdet kan slettes uten at resten av historien blir borte |
| Filer du laster opp, også regneark du henter inn planen fra | De hører til det du skriver | Så lenge det de hører til, finnes. Filer som ikke ble tatt i bruk, slettes etter et døgn eller to |
| Svar du har begynt på når du lager en ny plan | For at du skal kunne gå tilbake og fortsette senere | Til planen er laget |
| Innloggingen din | For at du skal slippe å logge inn på hver side | 30 dager, eller til du logger ut |
| Innloggingslenken | For at du skal slippe passord | Virker i 30 minutter. Slettes natta etter at det har gått et døgn |
| E-post som Trådverk har sendt deg | For å kunne svare på om den kom fram. Den som ba om at den ble sendt, ser om den er sendt, venter eller kom i retur | Teksten fjernes når e-posten er sendt. Mottaker, emne og returmeldinger slettes etter 90 dager |
| Hvor mange og hvilke e-poster du vil ha | For at du ikke skal få mer enn du vil. Vil du ikke ha e-post, ser de som spør deg det | Til kontoen blir slettet |
| At en e-postadresse ikke kan nås | For at noen skal rette den | Til en e-post kommer fram |
| Hvor ofte noen har prøvd å logge inn | For å stanse misbruk | Kortvarig, og som en kode som ikke kan regnes tilbake til adressen din |

Loggen for driften har ingen navn, e-postadresser, IP-adresser eller tekster. Den sier bare hvilken type side som ble vist, hvor lang tid det tok, og hva som gikk galt.

## Informasjonskapsler

Trådverk bruker bare informasjonskapsler som må til. Derfor blir du ikke spurt om samtykke.

| Navn | Hva den gjør | Hvor lenge |
|---|---|---|
| \`__Host-okt\` | Holder deg innlogget | 30 dager |
| \`__Host-sprak\` | Husker språket du har valgt | 400 dager |
| \`__Host-beskjed\` | Bærer én beskjed til neste side, som «Lagret» | Ett minutt |

## Dette kan du be om

- Å få se alt som er lagret om deg.
- Å få rettet det som er feil.
- Å få slettet det som ikke lenger trengs. Noe må kanskje bli, for eksempel fordi arkivloven krever det.

Spør sekretariatet i arbeidsrommet ditt. Det gjøres for hånd i denne utgaven av Trådverk. Er du uenig i svaret, kan du klage til Datatilsynet.

## Skriv slik at den det gjelder, kan lese det

Det som skrives i et offentlig organ, kan noen be om innsyn i. Skriv ikke om helse eller andre private forhold i Trådverk. Notater om en kommune skal tåle å bli lest av kommunen.`,
  },
  nn: {
    title: 'Personvern',
    lead: 'Her står det kva Trådverk lagrar om deg, kvifor, og kor lenge.',
    body: `Trådverk har inga sporing og ingen annonsar, og hentar ingenting frå andre nettstader. Alt ligg hos den som driv installasjonen.

## Kven har ansvaret?

Organisasjonen som eig arbeidsrommet, er behandlingsansvarleg for det som blir skrive der. Den som driv installasjonen, er databehandlar. Spør sekretariatet i arbeidsrommet ditt om du er usikker på kven det er.

## Dette lagrar vi

| Kva | Kvifor | Kor lenge |
|---|---|---|
| Namnet ditt, e-postadressa di og språket du har valt | For at du skal kunne logge inn, og for at andre skal vite kven som gjer kva | Til kontoen blir sletta |
| Kva arbeidsrom du er med i, med rolle, organisasjon og datoar | Rolla avgjer kva du får sjå og gjere | Så lenge arbeidsrommet finst, eller til kontoen blir sletta |
| Profilen din: tittel, kva du kan hjelpe med, telefon | For at andre skal finne deg, om du seier ja til det. Ingen andre ser det før du har sagt ja | Til du tek det bort, eller kontoen blir sletta |
| Kva du har sagt ja til å vise, og når | For å kunne vise at du sa ja. Du kan trekkje det tilbake når du vil | Til kontoen blir sletta |
| Det du skriv i arbeidsrommet | Det er arbeidet | Så lenge arbeidsrommet finst |
| Historia: kven som endra kva, og når | For at alle skal kunne sjå korleis planen blei til, og for at ingen skal kunne endre han i det skjulte | Så lenge arbeidsrommet finst. Innhaldet kan slettast utan at resten av historia blir borte |
| Filer du lastar opp, òg rekneark du hentar inn planen frå | Dei høyrer til det du skriv | Så lenge det dei høyrer til, finst. Filer som ikkje blei tekne i bruk, blir sletta etter eit døgn eller to |
| Svar du har byrja på når du lagar ein ny plan | For at du skal kunne gå tilbake og halde fram seinare | Til planen er laga |
| Innlogginga di | For at du skal sleppe å logge inn på kvar side | 30 dagar, eller til du loggar ut |
| Innloggingslenkja | For at du skal sleppe passord | Verkar i 30 minutt. Blir sletta natta etter at det har gått eit døgn |
| E-post som Trådverk har sendt deg | For å kunne svare på om han kom fram. Den som bad om at han vart send, ser om han er send, ventar eller kom i retur | Teksten blir fjerna når e-posten er send. Mottakar, emne og returmeldingar blir sletta etter 90 dagar |
| Kor mange og kva e-postar du vil ha | For at du ikkje skal få meir enn du vil. Vil du ikkje ha e-post, ser dei som spør deg det | Til kontoen blir sletta |
| At ei e-postadresse ikkje kan nåast | For at nokon skal rette ho | Til ein e-post kjem fram |
| Kor ofte nokon har prøvd å logge inn | For å stanse misbruk | Kortvarig, og som ein kode som ikkje kan reknast tilbake til adressa di |

Loggen for drifta har ingen namn, e-postadresser, IP-adresser eller tekstar. Han seier berre kva type side som blei vist, kor lang tid det tok, og kva som gjekk gale.

## Informasjonskapslar

Trådverk bruker berre informasjonskapslar som må til. Difor blir du ikkje spurd om samtykke.

| Namn | Kva han gjer | Kor lenge |
|---|---|---|
| \`__Host-okt\` | Held deg innlogga | 30 dagar |
| \`__Host-sprak\` | Hugsar språket du har valt | 400 dagar |
| \`__Host-beskjed\` | Ber éin beskjed til neste side, som «Lagra» | Eitt minutt |

## Dette kan du be om

- Å få sjå alt som er lagra om deg.
- Å få retta det som er feil.
- Å få sletta det som ikkje trengst lenger. Noko må kanskje bli, til dømes fordi arkivlova krev det.

Spør sekretariatet i arbeidsrommet ditt. Det blir gjort for hand i denne utgåva av Trådverk. Er du usamd i svaret, kan du klage til Datatilsynet.

## Skriv slik at den det gjeld, kan lese det

Det som blir skrive i eit offentleg organ, kan nokon be om innsyn i. Skriv ikkje om helse eller andre private forhold i Trådverk. Notat om ein kommune skal tole å bli lesne av kommunen.`,
  },
  en: {
    title: 'Privacy',
    lead: 'This is what Trådverk stores about you, why, and for how long.',
    body: `Trådverk has no tracking and no advertisements, and fetches nothing from other sites. Everything is kept by whoever runs the installation.

## Who is responsible?

The organisation that owns the workspace is the controller of what is written there. Whoever runs the installation is the processor. Ask the secretariat of your workspace if you are not sure who that is.

## What we store

| What | Why | For how long |
|---|---|---|
| Your name, e-mail address and the language you have chosen | So that you can log in, and others know who does what | Until the account is deleted |
| Which workspaces you are in, with role, organisation and dates | The role decides what you may see and do | As long as the workspace exists, or until the account is deleted |
| Your profile: title, what you can help with, telephone | So that others find you, if you agree to it. Nobody else sees it before you have agreed | Until you take it away, or the account is deleted |
| What you have agreed to show, and when | To be able to show that you agreed. You may withdraw it at any time | Until the account is deleted |
| What you write in the workspace | It is the work | As long as the workspace exists |
| The history: who changed what, and when | So that everybody can see how the plan came about, and nobody can change it unseen | As long as the workspace exists. The contents can be deleted without losing the rest of the history |
| Files that you upload, spreadsheets that you import too | They belong to what you write | As long as what they belong to exists. Files that were never used are deleted after a day or two |
| Answers that you have begun when making a new plan | So that you can go back and go on later | Until the plan is made |
| Your log-in | So that you need not log in on every page | 30 days, or until you log out |
| The log-in link | So that you need no password | It works for 30 minutes. It is deleted the night after a day has passed |
| E-mail that Trådverk has sent you | To be able to say whether it arrived. Whoever had it sent sees whether it is sent, waits or came back | The text is removed when the e-mail is sent. Recipient, subject and what came back are deleted after 90 days |
| How many and which e-mails you want | So that you get no more than you want. If you want none, those who ask you see that | Until the account is deleted |
| That an e-mail address cannot be reached | So that somebody corrects it | Until an e-mail gets through |
| How often somebody has tried to log in | To stop abuse | A short time, and as a code that cannot be turned back into your address |

The operations log has no names, e-mail addresses, IP addresses or texts. It only says what type of page was shown, how long it took, and what went wrong.

## Cookies

Trådverk only uses cookies that it cannot do without. That is why you are not asked for consent.

| Name | What it does | For how long |
|---|---|---|
| \`__Host-okt\` | Keeps you logged in | 30 days |
| \`__Host-sprak\` | Remembers the language you chose | 400 days |
| \`__Host-beskjed\` | Carries one message to the next page, such as “Saved” | One minute |

## What you can ask for

- To see everything that is stored about you.
- To have errors corrected.
- To have deleted what is no longer needed. Some of it may have to stay, for example because the Archives Act says so.

Ask the secretariat of your workspace. It is done by hand in this version of Trådverk. If you disagree with the answer, you may complain to the Norwegian Data Protection Authority (Datatilsynet).

## Write so that those it concerns can read it

Anybody may ask to see what is written in a public body. Do not write about health or other private matters in Trådverk. Notes about a municipality should bear being read by the municipality.`,
  },
})
