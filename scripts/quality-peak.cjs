// Loaded before the program (`node -r`): writes the most memory that the process has held, in kilobytes, when it ends.
const { appendFileSync } = require('node:fs')

process.on('exit', () => {
  appendFileSync(process.env.QUALITY_PEAK, `${process.resourceUsage().maxRSS}\n`)
})
