/** Workers that do the heavy tasks side by side; where the browser allows none, the page does them itself. */
import { perform } from './tasks.js';

/**
 * @typedef {import('./tasks.js').HashTask | import('./tasks.js').SignatureTask} Task
 * @typedef {{ task: Task, onBytes: (bytes: number) => void, resolve: (result: any) => void, reject: (error: Error) => void }} Job
 */

export class Pool {
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Worker[]} */
  #idle = [];
  /** @type {Map<Worker, Job>} */
  #busy = new Map();
  #address = '';
  #ended = false;

  /** @param {string} program what a worker runs; empty for none @param {number} size */
  constructor(program, size) {
    if (program === '') return;
    try {
      this.#address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
      for (let number = 0; number < size; number += 1) this.#idle.push(this.#start());
    } catch {
      this.#idle = [];
    }
  }

  get size() {
    return this.#idle.length + this.#busy.size;
  }

  #start() {
    const worker = new Worker(this.#address);
    worker.onmessage = ({ data }) => {
      const job = this.#busy.get(worker);
      if (job === undefined) return;
      if ('bytes' in data) return job.onBytes(data.bytes);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      if ('problem' in data) job.reject(new Error(data.problem));
      else job.resolve(data.result);
      this.#next();
    };
    // One that does not start leaves its task to the others, or to the page.
    worker.onerror = (event) => {
      event.preventDefault();
      const job = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle = this.#idle.filter((one) => one !== worker);
      if (job !== undefined) this.#waiting.unshift(job);
      this.#next();
    };
    return worker;
  }

  /** @param {Task} task @param {(bytes: number) => void} [onBytes] @returns {Promise<any>} */
  run(task, onBytes = () => {}) {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('cancelled'));
      this.#waiting.push({ task, onBytes, resolve, reject });
      this.#next();
    });
  }

  #next() {
    if (this.size === 0) {
      for (const { task, onBytes, resolve, reject } of this.#waiting.splice(0)) perform(task, onBytes).then(resolve, reject);
      return;
    }
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const [worker, job] = [/** @type {Worker} */ (this.#idle.pop()), /** @type {Job} */ (this.#waiting.shift())];
      this.#busy.set(worker, job);
      worker.postMessage({ id: 0, task: job.task });
    }
  }

  /** Stops everything; what was not done is refused. */
  end() {
    this.#ended = true;
    for (const worker of [...this.#idle, ...this.#busy.keys()]) worker.terminate();
    for (const job of [...this.#waiting, ...this.#busy.values()]) job.reject(new Error('cancelled'));
    [this.#waiting, this.#idle] = [[], []];
    this.#busy.clear();
    URL.revokeObjectURL(this.#address);
  }
}
