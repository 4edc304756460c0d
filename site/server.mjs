import './standalone/serve.ts';
