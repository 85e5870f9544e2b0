/** The entry of the thread that draws pictures of passages from kept files. */
import { answerCrop, type CropTask } from './draw-crops.ts';
import { serveTasks } from '../../../worker/serve-tasks.ts';

serveTasks((task: CropTask) => answerCrop(task));
