"""From a specimen's PET and CT to the tumour's margin at every face (Maris et al., npj Breast Cancer 2025): pure functions on arrays."""
