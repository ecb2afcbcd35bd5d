"""The parts that screens are made of, sized in millimetres for a gloved finger."""
