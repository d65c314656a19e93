print("cartopole")
