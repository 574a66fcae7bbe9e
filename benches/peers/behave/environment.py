"""Gives every scenario of the bare suite a World of its own."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from bare import Bare


def before_scenario(context, scenario):
    context.bare = Bare()
