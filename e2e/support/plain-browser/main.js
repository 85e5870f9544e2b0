// The tests' Chromium without any Holdfast in it: it opens no window until a test asks for one.
import { app } from 'electron';

app.on('window-all-closed', () => undefined);
