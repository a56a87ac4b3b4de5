"""Reading dates, money, rates, durations and markup as sources write them in Finnish, Swedish and English."""
