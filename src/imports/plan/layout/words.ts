/**
 * What a column can be. Those without a place in the plan (instrument, funding,
 * description …) end as notes, but are known by name, so that they are headings.
 */
export const roles = [
  'number', 'goal', 'subgoal', 'area', 'strategy', 'measure', 'activity', 'owner', 'partner', 'ownerAndPartner', 'period', 'start', 'end',
  'deadline', 'status', 'progress', 'done', 'cost', 'costYear', 'year', 'yearMark', 'indicator', 'target', 'anchoring', 'note', 'party', 'ignore',
] as const
export type Role = (typeof roles)[number]

/**
 * The words of headings in bokmål, nynorsk and English, tried from the top.
 * The order matters: «tiltaksansvarlig» is an owner before «tiltak» is a measure,
 * and «måltall» a target before «mål» a goal.
 */
export const roleRules: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(#|id|no|nr|nummer|number|ref|l[øo]pe ?nr|l[øo]penummer|punkt|pkt|kode|((tiltak|tiltaks|aktivitet|aktivitets|measure|action|prosjekt)[- ]?(nr|nummer|id|no|number|kode|#))|(t|pri)[ -](nr|nummer)|(nr|nummer|id)( på)? tiltak)$/],
  // «Klimatiltak», «Hovedtiltak»; a part of a measure is an activity.
  ['measure', /^(?!del|under|type)[a-zæøå]+tiltak(et|ene|a)?( |\/|$)|^(forebyggende|førebyggande|fysiske|organisatoriske|strategiske|regionale|lokale|kommunale|felles) tiltak$/],
  ['measure', /^(beskriv\S*|omtale|skildring|navn|namn|tittel|overskrift) (av|på|for) tiltak(et|a|ene)?$|^tiltak (i|for) (plan)?perioden|^tiltak med |^tiltak for å nå |^tiltakspunkt|^strategi(er|ar)?\/tiltak/],
  ['goal', /^(hva|kva) (vil|skal|ønsker|ønskjer) vi (oppnå|nå)/],
  ['cost', /^(hva|kva) kost/],
  // Words that look like others but have no place of their own.
  ['note', /bærekraft|berekraft|\bfn\b|\bsdg|målgruppe|target group|måloppnåelse|måloppnåing|delprosjekt|budsjett(post|ansvar)|prioritet$|^prio( |$)|prioritering|hvorfor|kvifor|^why$|risiko|tiltakstype|type tiltak|kategori|^type$/],
  ['ownerAndPartner', /^(hoved|hovud)?ans?var(lige?|leg|lege)?( \w+)?( og |\/|, )(samarbeid|partner|partnar|delta|medvirk|medverk|bidrag|involver|andre|aktør)/],
  ['ownerAndPartner', /^hvem\/|^(responsible|owner|lead)( and |\/)(partner|contribut|participant)/],
  ['partner', /^(hvem|kven)( \S+){0,3} (samarbeid\S*|bidrar|bidreg|deltar|deltek|med|medvirker|medverkar)( |$)/],
  ['partner', /^(øvrige |andre |viktige |aktuelle |sentrale |mulige |moglege |lokale |eksterne |tverrfaglig |tverrfagleg )?(samarbeid|samhandling|samspill|støtte$|støttande |samarb|partner(?!skap)|partnar|deltaker|deltakar|deltagere|medvirk|medverk|medspiller|medspelar|medansvar|bidragsyter|bidragsytar|støttespiller|involvert|involverte|andre aktører|andre aktørar|aktører|aktørar|aktør$|hvem bidrar|med hvem|co-?operat|collaborat|contribut|participant|others? involved|supporting)/],
  ['indicator', /^[a-zæøå]*-?(indikator|indicator)|resultatmål|^målepara|^målepunkt|^målemetod|^måling|^kpi|^nøkkeltall|^nykeltal|^måleenhet|^hvordan måle|^korleis måle|^measurement|^metric|^outcome indicator/],
  ['target', /^(måltall|måltal|målverdi|ambisjonsnivå|ambisjon|target|targets|target value|ønsket nivå)/],
  ['owner', /^(hoved|hovud|tiltaks?|oppfølgings?|gjennomførings?|overordna |overordnet |primær)?-?(ansvar|ansv)(lige?|leg|lege|shavar|shaver|shavende|sfordeling|splassering)?( |\/|$)/],
  ['owner', /^(tiltaks?|prosjekt|mål|resultat)?-?(eier|eigar|leder|leiar)( av tiltak(et)?)?$|ansvarlig$|ansvarleg$|ansvarshaver|ansvarshavar|^hvem( |$)|^kven( |$)|^pådriver|^pådrivar|^koordinator|^(owner|responsib|lead|who$|led by|accountab)/],
  ['deadline', /^(tids|slutt|ferdigstillelses|gjennomførings)?-?frist(er|ar)?( |\/|$)|^innen( |$)|^ferdig innen|^deadline|^due( date)?$|^by when/],
  ['start', /^(planlagt |forventet )?(oppstart|start|startdato|start dato|dato start|startår|starttidspunkt|oppstartsdato|oppstartsår|påbegynt|påbegynnes|fra|frå|fra dato|start date|from)( i| år)?$/],
  ['end', /^(planlagt |forventet )?(slutt|sluttdato|slutt dato|dato slutt|sluttår|ferdig|ferdigstilt|ferdigstilling|ferdigstillelse|avsluttes|avslutning|avslutta|til|til dato|end|end date|to|completion|until)( i| år)?$/],
  ['status', /^(dagens |gjeldende |rapportering )?[a-zæøå]*status|^tilstand|^trafikklys|^farge$|^state$/],
  ['progress', /^(fremdrift|framdrift|progress|progresjon|framgang)(splan)?( |\/|$)/],
  ['done', /^(gjennomført|utført|fullført|done|completed)$/],
  ['period', /^(tidsrom|tidsperiode|prosjektperiode|tidshorisont|varighet|varigheit|gjennomførings?(år|tidspunkt|tid)|gjennomføres|gjennomførast|iverksettes|måned|månad|month|uke|veke|week|kvartal|(oppstart|start)\s?(\/|–|-|og)\s?(slutt|ferdig\S*|frist)|periode|gjennomførings?periode|tiltaks?periode|plan ?periode|tids?(plan|ramme|perspektiv|punkt|bruk|angivelse|skjema)?|når|når skal|gjennomføring|gjennomføringstid|tidspunkt for gjennomføring|år|årstall|when|period|timeline|timeframe|time ?frame|timing|schedule|years?)( |\/|$)/],
  ['anchoring', /forank|^plantilknytning|^plantilknyting|^hjemmel|^heimel|^tilknytning til plan|^kobling til plan|^kopling til plan|^(overordna|overordnet|overordnede|tilhørende|tilhøyrande|relevante?) plan|^plangrunnlag|^planhjemmel|^planheimel|^grunnlagsdokument|^henvisning til plan|^anchor|^legal basis|^plan reference/],
  ['cost', /^(ca|total|totale|samla|samlet|stipulert|stipulerte|estimert|estimerte|anslått|årlig|årleg|sum|brutto|netto|beregnet)? ?-?([a-zæøå]*kostnad|kostnader|kostnadar|kost|kostnads\w+|budsjett|budsjettramme|budsjettbehov|estimat|økonomi|økonomisk ramme|økonomiske rammer|økonomiske konsekvenser|økonomiplan|ramme|beløp|pris|investering|investeringer|utgift|utgifter|midler|midlar|sum|totalt|total|totalsum|totalramme|cost|costs|budget|amount|price|total cost|estimated cost)( |\/|$)/],
  ['note', /^(finansier|virkemiddel|virkemidler|verkemiddel|verkemidlar|ressurs|bemanning|resources|funding|financ|instrument|milepæl|milestone|kommentar|merknad|kommentarer|merknader|kom$|komm$|notat|notater|anmerkning|anmerkninger|comment|note|remark|beskriv|utdjup|utdyp|skildring|omtale|hvordan|korleis|how|description|details|begrunn|grunngiv|bakgrunn|background|innhold|innhald|forventet|forventa|ønsket|ønskt|effekt(?!mål)|resultat|result|output|leveranse|deliver|suksess|lenke|link|url|dokument|vedtak|saks|arkiv|kontakt|prosjektleder|telefon|e-?post|rapporter|evaluer|oppfølging|følges opp|siste|sist|endret|oppdatert|dato$|date$|geografi|kommune$|kommuner$|avhengig|utfordring|challenge|behov|hindring|hvor$|tema\/|forslag|vurdering|tilleggs|øvrig|anna$|annet$|andre opplysning|other)/],
  ['area', /^(?!ansvars)[a-zæøå]*(område|områda|områder|områdene)( |\/|$)|^innsatsfelt|^satsingsfelt|^[a-zæøå]*satsing(er|ar)?$|^kapittel$|^sektor$/],
  ['area', /^(prioriterte? |strategiske? |regionale )?(innsats|satsings|satsnings|fokus|tema|hoved|hovud|strategi|utviklings|virksomhets|tiltaks|plan)-?(område|områda|områder)|^(satsing|satsning|satsinger|prioriterte? områder?|prioriterte område|område|tema|hovedtema|delplan|program|programområde|arbeidsområde|priority areas?|priorities|priority|focus areas?|thematic area|theme|area|work package|pillar|strand)( |$)/],
  ['subgoal', /^(del|under|sub)-?\s?(mål|målsetting|goal|goals|objective|objectives)( |$)/],
  ['goal', /^(hoved|hovud|overordna |overordnet |overordnede? |strategiske? |langsiktige? |samfunns|effekt|kvalitets|utviklings|klima|resultat og )?-?(mål|målsetting|målsettinger|målsetning|målsetjing|målbilde|målbilete|målformulering|måla|måla våre|målene)( |\/|$)|^(main |strategic |overall )?(goal|goals|objective|objectives|aim|aims)( |$)/],
  ['strategy', /^(strategi|strategier|strategiar|strategisk grep|strategic approach|strategy|strategies|delstrategi|hovedstrategi|grep)( |$)/],
  ['measure', /^(konkrete? |prioriterte? |foreslåtte? |aktuelle? |planlagte? |nye |våre |navn på )?(tiltak|tiltaket|tiltaka|tiltaks(navn|namn|tittel|tekst|beskrivelse|skildring)|tiltakene|handling|handlinger|handlingar|handlingspunkt|planoppgaver?|planoppgåver?|measure|measures|action|actions|action item|initiative|initiatives)( |\/|$)/],
  ['activity', /^(aktivitet|aktiviteter|aktivitetar|oppgave|oppgaver|oppgåve|oppgåver|prosjekt|prosjektnavn|prosjekter|deltiltak|undertiltak|hva( skal.*| gjør vi.*)?|kva( skal.*| gjer vi.*)?|gjøremål|gjeremål|vi skal|slik (gjør|gjer) vi( det)?|dette (skal|vil) vi.*|what|activity|activities|task|tasks|project|projects)( |\/|$)/],
]

/** Words that are often misspelt, for headings that no rule knows. */
export const roleWords: readonly (readonly [Role, readonly string[]])[] = [
  ['measure', ['tiltak', 'tiltaket']],
  ['activity', ['aktivitet', 'aktiviteter', 'prosjekt']],
  ['goal', ['hovedmål', 'hovudmål', 'målsetting']],
  ['subgoal', ['delmål']],
  ['area', ['innsatsområde', 'satsingsområde', 'satsningsområde', 'fokusområde', 'temaområde', 'priority area']],
  ['strategy', ['strategi', 'strategier']],
  ['owner', ['ansvarlig', 'ansvarleg', 'ansvar', 'hovedansvarlig', 'hovedansvar', 'tiltaksansvarlig', 'responsible']],
  ['partner', ['samarbeidspartnere', 'samarbeidspartner', 'samarbeidspartnarar', 'samarbeidspartar', 'samarbeidsparter', 'samarbeid', 'deltakere', 'partnere', 'partners']],
  ['deadline', ['frist', 'tidsfrist', 'deadline']],
  ['period', ['tidsrom', 'periode', 'tidsplan', 'gjennomføring', 'tidsramme']],
  ['start', ['oppstart']],
  ['end', ['ferdigstilt']],
  ['status', ['status']],
  ['progress', ['fremdrift', 'framdrift']],
  ['cost', ['kostnad', 'kostnader', 'budsjett', 'kostnadsramme']],
  ['indicator', ['indikator', 'indikatorer', 'resultatindikator', 'indikatorar']],
  ['target', ['måltall']],
  ['anchoring', ['forankring', 'planforankring']],
  ['note', ['kommentar', 'kommentarer', 'merknad', 'merknader', 'virkemiddel', 'virkemidler', 'verkemiddel', 'finansiering', 'beskrivelse', 'ressurser']],
]
