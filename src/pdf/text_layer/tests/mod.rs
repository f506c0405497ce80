mod sample;
mod scanner;
