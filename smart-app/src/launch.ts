import './no-eval.ts';
import { checkLaunch } from './smart/check-launch.ts';
import { readConfig } from './smart/config.ts';
import { authorize } from './smart/fhir-client.ts';
import { asProblem } from './smart/problem.ts';

// The launch address: check, then go to the EHR's authorization server. A problem is shown in place.
try {
  const config = await readConfig();
  const checked = checkLaunch(location.href, config);
  await authorize(checked, new URL('./', location.href).href);
} catch (error) {
  const { showProblem } = await import('./shell/show-problem.tsx');
  showProblem(asProblem(error), () => location.reload());
}
