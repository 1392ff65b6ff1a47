"""Clients that other generators make of the contract: can they read every answer?"""
