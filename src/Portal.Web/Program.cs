using Portal.Web.Hosting;

return await PortalProcess.RunAsync(args);
