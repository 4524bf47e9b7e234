Console.WriteLine("Portal.LocalCloud");
