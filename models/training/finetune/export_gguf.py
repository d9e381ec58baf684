def export_gguf(config, entry, merged, folder):
    return {"skipped": "not wanted"}
