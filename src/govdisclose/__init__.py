"""Annual disclosure reports of Chinese public bodies (政府信息公开工作年度报告) as typed records."""
