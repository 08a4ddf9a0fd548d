/** `npm run headless`: the commands of the add-in on a file, without Excel. */
import { stackOf } from '../thrown';
import { runCommandLine } from './commandLine';

runCommandLine(process.argv.slice(2))
  .then(({ status, stdout, stderr }) => {
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = status;
  })
  .catch((fault: unknown) => {
    process.stderr.write(`${stackOf(fault)}\n`);
    process.exitCode = 70;
  });
