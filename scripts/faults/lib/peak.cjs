// Loaded before the program (`node -r`): writes the most memory that the process has held, in megabytes, and the seconds of CPU it
// took, when it ends. The kernel's own figure counts from the start of the program; `resourceUsage` begins with that of its parent.
const { readFileSync, writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  let kilobytes = maxRSS
  try {
    kilobytes = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? maxRSS)
  } catch {
    // No /proc: another kind of system.
  }
  writeFileSync(process.env.FAULTS_PEAK, `${kilobytes / 1024} ${(userCPUTime + systemCPUTime) / 1e6}`)
})
