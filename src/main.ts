import { runHouse } from './app/house.ts'

await runHouse(process.env)
