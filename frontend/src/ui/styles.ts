// The order matters: tokens.css names the layers.
import './tokens.css';
import './base.css';
import './tint.css';
