/** The thread that makes a loose knot between two points: also in logo.svg and favicon.svg. */
export const knotPath =
  'M4 27.5C10 27.5 16.5 26.7 19.3 22.6C23.4 16.5 26.9 12 29.8 8.9M34 4.9C37.6 2 40 1.4 41.5 2.1C43.1 2.8 43.7 4.7 43.6 6.9C43.6 9.1 42.9 11.6 41.7 13.9C40.5 16.1 38.9 18 37.1 19.3C35.3 20.5 33.3 21.1 31.3 21C29.3 20.8 27.4 19.9 25.6 18.3M22.2 13.7C21.2 11.7 20.5 9.4 20.4 7.4C20.2 5.3 20.7 3.5 21.8 2.5C22.9 1.6 24.8 1.5 27.5 3.1C30.2 4.7 33.9 8 38.5 14M42 18.7C42.9 19.9 43.8 21.2 44.7 22.6C47.5 26.7 54 27.5 60 27.5'

/** The logo as a picture without words; the name stands beside it. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 64 32" width="64" height="32" aria-hidden="true" focusable="false">
    <path class="red-thread" d={knotPath} fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
    <circle cx="4" cy="27.5" r="3.3" fill="currentColor" />
    <circle cx="60" cy="27.5" r="3.3" fill="currentColor" />
  </svg>
)
