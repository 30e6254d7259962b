/** The headings of our own export, by which it is known again and read cell by cell. */
export const measureSheet = 'Tiltak'
export const goalSheet = 'Mål'
export const areaSheet = 'Innsatsområder'
export const before = [
  'Nr', 'Tiltak', 'Mål', 'Innsatsområde', 'Ansvarlig', 'Samarbeidspartnere', 'Når', 'Tidstype', 'Fra dato', 'Til dato', 'Status', 'Statuskode', 'Kostnad (kr)',
] as const
export const after = ['Indikatorer', 'Forankring', 'Merknader'] as const
export const goalHeadings = ['Id', 'Nr', 'Mål'] as const
export const areaHeadings = ['Id', 'Nr', 'Innsatsområde', 'Mål'] as const
export const yearHeading = (year: string): string => `Kostnad ${year} (kr)`
export const yearOfHeading = (heading: string): string | undefined => /^Kostnad (\d{4}) \(kr\)$/.exec(heading)?.[1]
