import { texts } from '../../../../platform/text/texts.ts'

export const settingsWords = texts({
  nb: {
    title: 'Hva som sjekkes i tråden', lead: 'Bare det dere har tatt i bruk, blir sjekket. Tilpass reglene til dere, og si hvorfor. Grunnen er synlig for alle.',
    parts: 'Deler av tråden', partsLabel: 'Hvilke deler bruker dere?', partsHint: 'En del som har noe i seg, er i bruk uansett.', hasItems: 'har noe i seg',
    focus: 'Hva er få nok?', focusLead: 'Et spisset målbilde er lettere å følge opp. Si hvor mange dere mener er få nok, så sier vi fra når det blir flere.',
    areas: 'Høyst så mange innsatsområder', perArea: 'Høyst så mange tiltak i hvert innsatsområde', perOrganisation: 'Høyst så mange pågående tiltak for hver eier', reason: 'Hvorfor', focusReasonHint: 'For eksempel «Evalueringen sa at planen var for omfattende».',
    rules: 'Regler', save: 'Lagre', saved: 'Lagret.', counts: 'Telles', active: 'Skal denne telles?', yes: 'Ja', no: 'Nei, den passer ikke for oss', change: 'Tilpass', reasonHint: 'Skriv hvorfor, når dere slår av regelen eller setter en egen grense.',
    off: 'Slått av', part: 'Telles ikke: delen er ikke i bruk', nothing: 'Telles ikke: det finnes ingenting av dette slaget ennå', standard: (n: number) => `Vanlig grense er ${n}.`, ownLimit: (n: number) => `egen grense ${n}`,
    needsReason: 'Skriv hvorfor. Grunnen vises på siden med løse tråder.', wholeNumber: 'Skriv et helt tall større enn null, eller la feltet stå tomt.', severity: { s1: 'Bryter tråden', s2: 'Gjør tråden svakere', s3: 'Kan bli bedre' },
  },
  nn: {
    title: 'Kva som blir sjekka i tråden', lead: 'Berre det de har teke i bruk, blir sjekka. Tilpass reglane til dykk, og sei kvifor. Grunnen er synleg for alle.',
    parts: 'Delar av tråden', partsLabel: 'Kva delar bruker de?', partsHint: 'Ein del som har noko i seg, er i bruk uansett.', hasItems: 'har noko i seg',
    focus: 'Kva er få nok?', focusLead: 'Eit spissa målbilete er lettare å følgje opp. Sei kor mange de meiner er få nok, så seier vi frå når det blir fleire.',
    areas: 'Høgst så mange innsatsområde', perArea: 'Høgst så mange tiltak i kvart innsatsområde', perOrganisation: 'Høgst så mange tiltak i gang for kvar eigar', reason: 'Kvifor', focusReasonHint: 'Til dømes «Evalueringa sa at planen var for omfattande».',
    rules: 'Reglar', save: 'Lagre', saved: 'Lagra.', counts: 'Blir talt', active: 'Skal denne teljast?', yes: 'Ja', no: 'Nei, han passar ikkje for oss', change: 'Tilpass', reasonHint: 'Skriv kvifor, når de slår av regelen eller set ei eiga grense.',
    off: 'Slått av', part: 'Blir ikkje talt: delen er ikkje i bruk', nothing: 'Blir ikkje talt: det finst ingenting av dette slaget enno', standard: (n: number) => `Vanleg grense er ${n}.`, ownLimit: (n: number) => `eiga grense ${n}`,
    needsReason: 'Skriv kvifor. Grunnen blir vist på sida med lause trådar.', wholeNumber: 'Skriv eit heilt tal større enn null, eller lat feltet stå tomt.', severity: { s1: 'Bryt tråden', s2: 'Gjer tråden svakare', s3: 'Kan bli betre' },
  },
  en: {
    title: 'What is checked in the thread', lead: 'Only what you have taken into use is checked. Adapt the rules to your work, and say why. The reason is visible to all.',
    parts: 'Parts of the thread', partsLabel: 'Which parts do you use?', partsHint: 'A part that has something in it is in use anyway.', hasItems: 'has something in it',
    focus: 'What is few enough?', focusLead: 'Sharper goals are easier to follow up. Say how many you find few enough, and we tell you when there are more.',
    areas: 'At most this many priority areas', perArea: 'At most this many measures in each area', perOrganisation: 'At most this many measures under way for each owner', reason: 'Why', focusReasonHint: 'For example “The evaluation found the plan too extensive”.',
    rules: 'Rules', save: 'Save', saved: 'Saved.', counts: 'Counted', active: 'Should this be counted?', yes: 'Yes', no: 'No, it does not suit us', change: 'Adapt', reasonHint: 'Write why, when you turn the rule off or set your own limit.',
    off: 'Turned off', part: 'Not counted: the part is not in use', nothing: 'Not counted: there is nothing of this sort yet', standard: (n: number) => `The usual limit is ${n}.`, ownLimit: (n: number) => `own limit ${n}`,
    needsReason: 'Write why. The reason is shown on the page of loose threads.', wholeNumber: 'Write a whole number above zero, or leave the field empty.', severity: { s1: 'Breaks the thread', s2: 'Weakens the thread', s3: 'Could be better' },
  },
})
